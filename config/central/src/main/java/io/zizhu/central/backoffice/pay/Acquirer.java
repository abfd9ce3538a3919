package io.zizhu.central.backoffice.pay;

import java.time.Instant;

/**
 * Whoever moves the money of codes: the seam for a provider's own interface. Every call blocks for some seconds at most,
 * is idempotent by the order's number, and answers trouble with {@link Said.Unsure}. Any thread.
 */
public interface Acquirer {
    /** Whether payments can be begun now. */
    boolean open();

    /** Makes the code that the payer scans. */
    Said precreate(Order order);

    /**
     * Takes the amount from whoever showed this code.
     *
     * @param code as the scanner read it; never logged
     */
    Said pay(Order order, String code);

    Said query(String number);

    /** From now on nobody can pay this order. */
    Said close(String number);

    /** Gives the whole amount back. */
    Said refund(String number, long fen);

    /**
     * What is to be paid.
     *
     * @param number unique among all terminals
     * @param until when the code expires
     */
    record Order(String number, long fen, Instant until) {}

    /** How the acquirer says that an order stands. */
    sealed interface Said {
        /** @param code what the payer scans */
        record Waiting(String code) implements Said {}

        /** The payer is asked for a password. */
        record Paying() implements Said {}

        /** @param trade the acquirer's own number */
        record Paid(String trade) implements Said {}

        /** @param reason a stable code */
        record Declined(String reason) implements Said {}

        record Closed() implements Said {}

        record Refunded() implements Said {}

        /** Not heard of; some say so until a code was scanned. */
        record None() implements Said {}

        /** No answer, or one that says nothing. */
        record Unsure() implements Said {}
    }
}
