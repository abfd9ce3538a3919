package io.zizhu.device.dispense;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;

/** What became of endorsing a card. {@code Unknown} is a case of its own: never endorse again without looking. */
public sealed interface Endorsed {
    /** Printed, written, and read back by the machine. */
    record Done() implements Endorsed {}

    /** The card is as it was. */
    record Refused(Fault fault) implements Endorsed {}

    /** The card was begun and is not good: a person must see to it. */
    record Spoilt(Fault fault) implements Endorsed {}

    /** The order was given and no answer is known. */
    record Unknown(Fault fault) implements Endorsed {
        public FindOut findOut() {
            return FindOut.LOOK;
        }
    }
}
