package io.zizhu.device.cabinet;

import io.zizhu.device.Fault;

/** What a look at the cabinet ended with. */
public sealed interface Sight {
    record Seen(Inside inside) implements Sight {}

    /** The cabinet answers that it cannot, or its answer was lost in noise. */
    record Failed(Fault fault) implements Sight {}
}
