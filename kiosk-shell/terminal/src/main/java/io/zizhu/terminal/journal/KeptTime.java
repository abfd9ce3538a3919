package io.zizhu.terminal.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * How much time has gone by since the journal began, for what is kept for a time. Setting the machine's clock cannot push
 * it: while the process runs the monotonic clock counts; of the time between two runs the wall clock's difference counts,
 * but never less than nothing and never more than {@link #NIGHT}. A machine that was off for longer keeps longer, which
 * is the safe side. On the journal's thread.
 */
final class KeptTime {
    /** A station that closes for the night is off for as long. */
    static final Duration NIGHT = Duration.ofHours(12);

    private final Mark begun;
    private final long nanos;

    /**
     * What stands on the disk.
     *
     * @param kept counted until then
     * @param at what the wall clock said then
     */
    record Mark(Duration kept, Instant at) {}

    /**
     * @param nanos the monotonic clock's, as {@link System#nanoTime}
     */
    KeptTime(Mark last, Instant now, long nanos) {
        this.begun = new Mark(last.kept().plus(counted(off(last, now))), now);
        this.nanos = nanos;
    }

    /** What the wall clock says that the machine was off, believable or not. */
    static Duration off(Mark last, Instant now) {
        return Duration.between(last.at(), now);
    }

    static Duration counted(Duration off) {
        return off.isNegative() ? Duration.ZERO : off.compareTo(NIGHT) > 0 ? NIGHT : off;
    }

    Duration now(long nanosNow) {
        return begun.kept().plusNanos(Math.max(0, nanosNow - nanos));
    }
}
