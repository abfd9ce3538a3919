package io.zizhu.device.scan;

import io.zizhu.device.Fault;

/** How waiting for a code ended. */
public sealed interface Scanned {
    /**
     * A whole code.
     *
     * @param content belongs to the caller, who wipes it when it is used up
     */
    record Code(Symbology symbology, Content content) implements Scanned {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** Nobody showed a code while patience lasted, or the caller gave up. */
    record Nothing() implements Scanned {}

    /** {@code GARBLED}: codes came, none of them whole and readable: show it again; else the scanner is in trouble. */
    record Failed(Fault fault) implements Scanned {}
}
