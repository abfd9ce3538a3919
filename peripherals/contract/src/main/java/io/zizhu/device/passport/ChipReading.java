package io.zizhu.device.passport;

import io.zizhu.device.Fault;

/** How an attempt to read a chip ended. */
public sealed interface ChipReading {
    record Document(TravelDocument document) implements ChipReading {}

    /** Nobody laid a document down while patience lasted, or the caller gave up. */
    record Nothing() implements ChipReading {}

    /** The chip does not open with this {@link Access}: misread, mistyped, or another document. Ask for it again. */
    record WrongKey() implements ChipReading {}

    /**
     * {@code REFUSED}: no travel document, or one that this access cannot open; {@code MOVED}: lay it down again;
     * {@code GARBLED}: what it says is no Doc 9303; else the device is in trouble.
     */
    record Failed(Fault fault) implements ChipReading {}
}
