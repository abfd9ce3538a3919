package io.zizhu.sim.peer.training;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: a device does one errand at a time, from whatever line it came. Any thread. */
final class Turn {
    private final AtomicReference<@Nullable Errand> now = new AtomicReference<>();

    /** False where another errand goes on. */
    boolean take(Errand errand) {
        return now.compareAndSet(null, errand);
    }

    void give(Errand errand) {
        now.compareAndSet(errand, null);
    }

    boolean taken() {
        return now.get() != null;
    }
}
