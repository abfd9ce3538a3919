package io.zizhu.device.cabinet;

import io.zizhu.device.Fault;

/** What switching a lamp ended with. */
public sealed interface Lit {
    /** The lamp itself says that it is so. */
    record Done() implements Lit {}

    record Refused(Fault fault) implements Lit {}
}
