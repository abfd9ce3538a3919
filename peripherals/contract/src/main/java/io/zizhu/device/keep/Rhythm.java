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
 * @param flapping when a device that comes and goes is left alone
 */
public record Rhythm(
        List<Duration> pauses,
        Duration pulseEvery,
        Duration grace,
        Duration opening,
        Duration pulsing,
        Duration steady,
        Flapping flapping) {
    /** So many losses within so short a time, and the device rests. */
    public record Flapping(int times, Duration within, Duration rest) {
        /** 6 within a minute, then 5 minutes of rest; a reset by staff ends it. */
        public static final Flapping FIELD = new Flapping(6, Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    /** 1, 2, 5, 15, 60 s between attempts, a pulse every 0.8 s (an unplug is told within a second), 2 s of grace. */
    public static final Rhythm FIELD = new Rhythm(
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60)),
            Duration.ofMillis(800),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Flapping.FIELD);

    public Rhythm {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty()) {
            throw new IllegalArgumentException("a keeper without pauses would open in a storm");
        }
    }

    /** With the field's patience for flapping. */
    public Rhythm(
            List<Duration> pauses,
            Duration pulseEvery,
            Duration grace,
            Duration opening,
            Duration pulsing,
            Duration steady) {
        this(pauses, pulseEvery, grace, opening, pulsing, steady, Flapping.FIELD);
    }

    Duration pause(int attempt) {
        return pauses.get(Math.min(attempt, pauses.size() - 1));
    }
}
