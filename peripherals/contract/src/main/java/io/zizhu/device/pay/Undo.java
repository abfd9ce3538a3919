package io.zizhu.device.pay;

import io.zizhu.device.Fault;

/** What became of giving money back. */
public sealed interface Undo {
    record Done(String receipt) implements Undo {}

    /** The pad refuses, for instance because the day is closed: a person must refund. */
    record Refused(String code) implements Undo {}

    record Failed(Fault fault) implements Undo {}

    record Unknown(Fault fault) implements Undo {}
}
