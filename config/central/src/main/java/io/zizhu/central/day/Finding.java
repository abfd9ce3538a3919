package io.zizhu.central.day;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An exception that a supervisor settles.
 *
 * @param fen what is missing or too much by the journal's account; 0 where no sum is known
 * @param detail what was compared, in plain words without personal data
 * @param taker who looks into it; empty while nobody does
 * @param remark how it was settled; empty while it is not
 * @param second who agreed, where two are needed; empty before
 */
public record Finding(
        long id,
        String terminal,
        String site,
        LocalDate day,
        String ref,
        Verdict verdict,
        long fen,
        String detail,
        Instant found,
        State state,
        String taker,
        String remark,
        String second) {

    /** How far it is. */
    public enum State {
        OPEN,
        /** Somebody looks into it. */
        TAKEN,
        /** Whoever took it has said how it was settled; money needs a second person to agree. */
        PROPOSED,
        SETTLED,
        /** The sources agree by themselves now, such as after rows that came late. */
        GONE
    }

    /** Whether a person still has to do something. */
    public boolean waits() {
        return state == State.OPEN || state == State.TAKEN || state == State.PROPOSED;
    }

    /** Whether settling it takes two people. */
    public boolean two() {
        return verdict.money();
    }
}
