package io.zizhu.central;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a fact, with an end. */
public final class Await {
    private Await() {}

    public static void until(String fact, BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("did not become true: " + fact);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
