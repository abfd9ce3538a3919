package io.zizhu.device.camera;

import io.zizhu.device.Fault;

/** How taking a picture of a document ended. */
public sealed interface Shot {
    record Taken(Scan scan) implements Shot {}

    /** No document lay there while patience lasted. */
    record Nothing() implements Shot {}

    /** {@code MOVED} where a document lay there but never still enough for a sharp picture. */
    record Failed(Fault fault) implements Shot {}
}
