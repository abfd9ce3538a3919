package io.zizhu.device.dispense;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;

/**
 * What became of something that a device held out to a person: presented, then taken, or after the patience retained.
 */
public sealed interface Left {
    /** The person took it. */
    record Taken() implements Left {}

    /**
     * Nobody took it; the device drew it in.
     *
     * @param bin where it lies now, as the device calls it; never empty
     */
    record Retained(String bin) implements Left {}

    /** Nobody took it, and the device cannot draw it in: it still lies there, and a person must see to it. */
    record Stays() implements Left {}

    /** The device does not say; only a person who looks can tell ({@link FindOut#LOOK}). */
    record Unknown(Fault fault) implements Left {}
}
