package io.zizhu.device.keep;

import java.time.Duration;
import java.util.List;

/**
 * How fast a keeper moves; tests move faster than the field.
 *
 * @param pauses between two attempts to open; the last one repeats
 * @param pulseEvery how often an idle device is asked
 * @param grace how much longer than its patience an act may take before the driver counts as hung
 * @param opening how long opening may take before the driver counts as hung
 * @param pulsing how long a pulse may take before the driver counts as hung
 * @param steady how long a device must have stayed before its next trouble starts again at the first pause
 */
public record Rhythm(
        List<Duration> pauses,
        Duration pulseEvery,
        Duration grace,
        Duration opening,
        Duration pulsing,
        Duration steady) {
    /** 1, 2, 5, 15, 60 s between attempts, a pulse a second, 2 s of grace. */
    public static final Rhythm FIELD = new Rhythm(
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60)),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10));

    public Rhythm {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty()) {
            throw new IllegalArgumentException("a keeper without pauses would open in a storm");
        }
    }

    Duration pause(int attempt) {
        return pauses.get(Math.min(attempt, pauses.size() - 1));
    }
}
