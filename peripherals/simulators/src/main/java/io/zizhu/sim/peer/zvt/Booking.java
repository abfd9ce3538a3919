package io.zizhu.sim.peer.zvt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * One payment that the pad approved, and what became of it.
 *
 * @param amount in fen
 */
public record Booking(Instant at, int receipt, int trace, long amount, State state) {
    /** Only {@code STANDING} has taken money in the end. */
    public enum State {
        /** The money is taken. */
        STANDING,
        /** Given back because the till asked for it. */
        REVERSED,
        /** Given back by the pad itself, because the till went away. */
        VOIDED,
        /** The pad lost it before it reached the bank. */
        FORGOTTEN
    }

    public boolean standing() {
        return state == State.STANDING;
    }

    Booking as(State next) {
        return new Booking(at, receipt, trace, amount, next);
    }

    /** As the bench shows it. */
    byte[] json() {
        return "{\"receipt\":\"%04d\",\"trace\":\"%06d\",\"amount\":%d,\"currency\":\"CNY\",\"state\":\"%s\"}"
                .formatted(receipt, trace, amount, state.name().toLowerCase(Locale.ROOT))
                .getBytes(StandardCharsets.UTF_8);
    }
}
