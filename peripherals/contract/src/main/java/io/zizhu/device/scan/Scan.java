package io.zizhu.device.scan;

import io.zizhu.device.Fault;

/** How a scan ended. */
public sealed interface Scan {
    /** @param content as read, withheld: it may be a payer's code */
    record Read(String content) implements Scan {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record Nothing() implements Scan {}

    record Failed(Fault fault) implements Scan {}
}
