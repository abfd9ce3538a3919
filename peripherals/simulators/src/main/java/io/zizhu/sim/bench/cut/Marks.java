package io.zizhu.sim.bench.cut;

import java.util.Optional;

/** Where on one line a cut makes a difference. One connection's two directions, one byte at a time, never both at once. */
interface Marks {
    enum Way {
        /** Towards the device. */
        IN,
        /** From it. */
        OUT
    }

    /** A new operation: counts begin at one. */
    void begin();

    /** The place before the next byte that way; empty where it is none. */
    Optional<String> before(Way way);

    /** The place behind this byte; empty where it is none. */
    Optional<String> after(Way way, int octet);
}
