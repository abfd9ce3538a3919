package io.zizhu.device.card;

import io.zizhu.device.Fault;

/** How an attempt to read a card ended. */
public sealed interface Reading {
    record Card(IdCard card) implements Reading {}

    /** Nobody put a card down while patience lasted, or the caller gave up. */
    record Nothing() implements Reading {}

    /** {@code REFUSED}: not a card this kiosk reads; {@code MOVED}: present it again; else the device is in trouble. */
    record Failed(Fault fault) implements Reading {}
}
