package io.zizhu.central.rollout;

import io.zizhu.wire.bundle.Pointer;

/** Tells a terminal which bundle waits for it. Never blocks; a ring that is lost costs the terminal a poll. */
@FunctionalInterface
public interface Doorbell {
    void ring(String terminal, Pointer pointer);
}
