package io.zizhu.device.dispense;

import io.zizhu.device.Fault;

/** What became of waiting for a person's card. */
public sealed interface Taken {
    /**
     * The card is in the machine. Withheld: lives in the visit alone.
     *
     * @param number of the document, as its chip or its print says it
     */
    record In(String number) implements Taken {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** Nobody put a card in while patience lasted, or the caller gave up. */
    record Nothing() implements Taken {}

    /** {@code REFUSED}: no card this machine can endorse, it came out again; {@code MEDIA}: it sticks; else trouble. */
    record Failed(Fault fault) implements Taken {}
}
