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

    /** The pad was asked and no answer is known; {@link PayPad#settle} finds out. */
    record Unknown(Fault fault) implements Charge {
        public FindOut findOut() {
            return FindOut.SETTLE;
        }
    }
}
