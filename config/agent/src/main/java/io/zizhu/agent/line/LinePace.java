package io.zizhu.agent.line;

import io.zizhu.wire.report.RowBatch;
import java.time.Duration;

/**
 * The line's times, and how fast rows go up.
 *
 * @param firstBackOff longest first wait after a lost connection; each wait is random up to its bound, and bounds double
 * @param mostBackOff where doubling ends: a whole fleet must not return in one second
 * @param heartbeat how often the state is told where nothing changed
 * @param answer patience with one MQTT exchange
 * @param ack patience with the centre's acknowledgement before rows are sent again; doubles with each repeat
 * @param rows what a drain may take of the line and of the centre
 */
public record LinePace(
        Duration firstBackOff, Duration mostBackOff, Duration heartbeat, Duration answer, Duration ack, Rows rows) {
    /**
     * The bounds of a drain; one batch is on its way at a time.
     *
     * @param most rows in one batch
     * @param bytes of one batch; a single longer row goes alone
     * @param aSecond rows a second over any longer time, repeats included
     */
    public record Rows(int most, int bytes, int aSecond) {
        /** After days without a line a terminal needs minutes, and a thousand of them do not drown the centre. */
        public static final Rows FIELD = new Rows(RowBatch.MOST_ROWS, 1 << 20, 50);

        public static final Rows TRAINING = new Rows(RowBatch.MOST_ROWS, 1 << 20, 500);

        public Rows {
            if (most < 1 || most > RowBatch.MOST_ROWS || bytes < 1 || aSecond < 1) {
                throw new IllegalArgumentException(
                        "a batch has 1 to " + RowBatch.MOST_ROWS + " rows, and some bytes and rows a second");
            }
        }
    }

    /** For thousands of terminals (fleet.md, 2.3: random, up to ten minutes). */
    public static final LinePace FIELD = new LinePace(
            Duration.ofSeconds(2),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Rows.FIELD);

    /** For one terminal on a desk. */
    public static final LinePace TRAINING = new LinePace(
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Rows.TRAINING);
}
