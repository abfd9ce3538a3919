package io.zizhu.service.visit;

import io.zizhu.device.Patience;
import io.zizhu.service.flow.Scene;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * How long the kiosk waits for what.
 *
 * @param idle without a touch, until the warning
 * @param warning until the visit is wiped; one tap extends, as often as wanted
 * @param card until a card lies on the reader
 * @param face for one comparison
 * @param pay for card and PIN at the pad
 * @param settle for one question what became of a charge
 * @param print for one document
 * @param take until "take your paper" goes on by itself
 * @param read until a last page goes on by itself
 * @param bye until the next person is greeted
 */
public record Timing(
        Duration idle,
        Duration warning,
        Duration card,
        Duration face,
        Duration pay,
        Duration settle,
        Duration print,
        Duration take,
        Duration read,
        Duration bye) {

    /** What stations use. */
    public static final Timing FIELD = new Timing(
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(90),
            Duration.ofSeconds(10),
            Duration.ofSeconds(90),
            Duration.ofSeconds(15),
            Duration.ofSeconds(40),
            Duration.ofSeconds(6));

    /**
     * How long a slip may take, a new roll included: half the time its page stays, so that its person still reads that it
     * failed.
     */
    Duration slip() {
        return read.dividedBy(2);
    }

    /** Between two questions to a device that is away. */
    void pause(Patience patience) {
        LockSupport.parkNanos(patience.atMost(settle.dividedBy(10)).left().toNanos());
    }

    /** How long a scene stays by itself; empty where only a person or an outcome moves it. */
    Optional<Duration> stay(Scene scene) {
        return switch (scene) {
            case Scene.Issue issue -> issue.printing() ? Optional.empty() : Optional.of(take);
            case Scene.Outcome _, Scene.Status _ -> Optional.of(read);
            case Scene.Rate _ -> Optional.of(take);
            case Scene.Bye _ -> Optional.of(bye);
            default -> Optional.empty();
        };
    }
}
