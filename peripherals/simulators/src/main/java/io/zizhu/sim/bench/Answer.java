package io.zizhu.sim.bench;

import io.zizhu.sim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One HTTP answer before it is sent. */
record Answer(int status, String type, byte[] body) {
    static Answer json(Json value) {
        return new Answer(200, "application/json; charset=utf-8", value.write().getBytes(StandardCharsets.UTF_8));
    }

    static Answer done() {
        return new Answer(204, "", new byte[0]);
    }

    /** @param reason for the person at the bench */
    static Answer no(int status, @Nullable String reason) {
        return new Answer(
                status,
                "application/json; charset=utf-8",
                Json.of(Map.of("reason", Json.of(Objects.toString(reason, "refused"))))
                        .write()
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Answer bytes(String type, byte[] body) {
        return new Answer(200, type, body);
    }
}
