package io.zizhu.device.pay;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;

/** What became of giving money back. */
public sealed interface Undo {
    record Done(String receipt) implements Undo {}

    /** The pad refuses, for instance because the day is closed: a person must refund. */
    record Refused(String code) implements Undo {}

    record Failed(Fault fault) implements Undo {}

    /** The pad was asked and no answer is known: a person compares the pad's own list. */
    record Unknown(Fault fault) implements Undo {
        public FindOut findOut() {
            return FindOut.LOOK;
        }
    }
}
