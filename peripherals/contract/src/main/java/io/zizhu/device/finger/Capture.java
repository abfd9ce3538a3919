package io.zizhu.device.finger;

import io.zizhu.device.Fault;

/** How taking a fingerprint ended. */
public sealed interface Capture {
    /** @param quality 0 to 100, as the reader judges it */
    record Captured(FingerTemplate template, int quality) implements Capture {}

    /** No finger was laid on while patience lasted. */
    record Nothing() implements Capture {}

    /** A finger lay there, but its print is no use; trying again may help. */
    record Poor(Reason reason, int quality) implements Capture {}

    /** {@code MOVED} where the finger was lifted too early. */
    record Failed(Fault fault) implements Capture {}

    /** Why a print is no use, and so what the person may do about it. */
    enum Reason {
        DRY,
        WET,
        DIRTY,
        /** Only a part of the fingertip touched. */
        PARTIAL,
        /** The reader does not say, or something else. */
        OTHER
    }
}
