package io.zizhu.service.port;

import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import java.util.Map;
import java.util.Optional;

/**
 * What the back office is asked to decide or accept; withheld.
 *
 * @param key makes a repeated question the same question
 * @param photo the picture chosen for the new document
 */
public record Application(
        String key,
        String item,
        int itemVersion,
        IdCard applicant,
        Map<String, String> answers,
        Optional<Portrait> photo,
        Optional<Signature> signature) {
    public Application {
        answers = Map.copyOf(answers);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
