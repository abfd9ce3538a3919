package io.zizhu.agent.line;

import java.time.Duration;

/**
 * The line's times.
 *
 * @param firstBackOff longest first wait after a lost connection; each wait is random up to its bound, and bounds double
 * @param mostBackOff where doubling ends: a whole fleet must not return in one second
 * @param heartbeat how often the state is told where nothing changed
 * @param answer patience with one MQTT exchange
 * @param ack patience with the centre's acknowledgement before rows are sent again
 */
public record LinePace(Duration firstBackOff, Duration mostBackOff, Duration heartbeat, Duration answer, Duration ack) {
    /** For thousands of terminals (fleet.md, 2.3: random, up to ten minutes). */
    public static final LinePace FIELD = new LinePace(
            Duration.ofSeconds(2),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30));

    /** For one terminal on a desk. */
    public static final LinePace TRAINING = new LinePace(
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5));
}
