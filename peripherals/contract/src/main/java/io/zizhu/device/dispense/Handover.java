package io.zizhu.device.dispense;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;

/** What became of bringing something to the exit. {@code Unknown} is a case of its own: never present again without looking. */
public sealed interface Handover {
    /** It lies at the exit; {@link Presenter#awaitTaken} is the second half. */
    record Presented() implements Handover {}

    /** Nothing moved and nothing will: empty, the bin is full, something lies at the exit, or the device was away. */
    record Refused(Fault fault) implements Handover {}

    /** Something moved and did not arrive: it sticks inside, and staff must take it out. */
    record Jammed(Fault fault) implements Handover {}

    /** The order was given and no answer is known. */
    record Unknown(Fault fault) implements Handover {
        public FindOut findOut() {
            return FindOut.LOOK;
        }
    }
}
