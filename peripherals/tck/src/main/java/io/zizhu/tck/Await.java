package io.zizhu.tck;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for facts, not for time: looks every 2 ms, gives up after 15 s. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private Await() {}

    /** @param seen what to say besides, where the fact does not come true */
    public static void fact(String what, Supplier<?> seen, BooleanSupplier fact) {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what + "; seen: " + seen.get());
            }
            LockSupport.parkNanos(2_000_000L);
        }
    }
}
