package io.zizhu.sim.peer.pay;

import io.zizhu.sim.peer.Out;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * One payment that the pad approved and what became of it, or money that it paid out.
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
        FORGOTTEN,
        /** Money that went out by a booking of its own: a refund. */
        PAID_OUT
    }

    public boolean standing() {
        return state == State.STANDING;
    }

    Booking as(State next) {
        return new Booking(at, receipt, trace, amount, next);
    }

    /** As the bench shows it. */
    Out out(int number) {
        byte[] json = "{\"receipt\":\"%04d\",\"trace\":\"%06d\",\"amount\":%d,\"currency\":\"CNY\",\"state\":\"%s\"}"
                .formatted(
                        receipt,
                        trace,
                        amount,
                        state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .getBytes(StandardCharsets.UTF_8);
        return new Out(number, at, "application/json", json);
    }
}
