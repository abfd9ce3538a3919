package io.zizhu.device.pay;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;

/** What became of a charge. {@code Unknown} is a case of its own: ask, never repeat blindly. */
public sealed interface Charge {
    record Approved(Receipt receipt) implements Charge {}

    /** @param code the pad's result code, for the journal */
    record Declined(String code) implements Charge {}

    /** The citizen or the caller gave up, or nobody came; the pad confirms that nothing was taken. */
    record Cancelled() implements Charge {}

    /** The charge never began: the pad was away before it could be asked. */
    record Failed(Fault fault) implements Charge {}

    /**
     * The pad was asked and no answer is known.
     *
     * @param findOut {@code SETTLE}: {@link PayPad#settle} may tell; {@code LOOK}: a person compares with the pad or the
     *     bank
     */
    record Unknown(Fault fault, FindOut findOut) implements Charge {
        /** The pad may still tell. */
        public Unknown(Fault fault) {
            this(fault, FindOut.SETTLE);
        }
    }
}
