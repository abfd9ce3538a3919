package io.zizhu.service.port;

import io.zizhu.device.Fault;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.scan.Content;
import java.time.Duration;

/**
 * The centre's payment back office. Every call blocks at most as long as its patience, answers trouble with
 * {@link Order.Away}, and is idempotent by the order's number; any thread.
 */
public interface PayOffice {
    /** Does the line stand, as last seen? */
    boolean there();

    /**
     * Asks whether payments can be begun now.
     *
     * @return {@link Order.None} where they can
     */
    Order ready(Duration patience);

    /** Makes a code that the payer scans from the screen. */
    Order show(String number, Amount amount, Duration patience);

    /** Takes the amount from whoever showed this code; the caller wipes it. */
    Order scan(String number, Amount amount, Content payer, Duration patience);

    Order query(String number, Duration patience);

    /** From now on nobody can pay this order, also where it never came. */
    Order close(String number, Duration patience);

    /** Gives the whole amount back. */
    Order refund(String number, Amount amount, Duration patience);

    /** How an order stands. */
    sealed interface Order {
        /** @param code what the payer scans */
        record Waiting(String code, Duration left) implements Order {}

        /** The payer is asked for a password. */
        record Paying() implements Order {}

        /** @param trade the acquirer's own number */
        record Paid(long fen, String trade) implements Order {}

        /** @param code why, for the journal */
        record Declined(String code) implements Order {}

        /** Nothing was taken, and nothing can be. */
        record Closed() implements Order {}

        record Refunded() implements Order {}

        /** Nobody has heard of it. */
        record None() implements Order {}

        /** The office will not, for a reason that asking again does not mend. */
        record Refused(String reason) implements Order {}

        /** No answer: whether the question arrived is not known. */
        record Away(Fault fault) implements Order {}
    }
}
