package io.zizhu.device;

import java.time.Duration;

/**
 * How long a caller will wait, and the way to stop waiting earlier. Made by the caller, read by the driver between two
 * bytes; any thread.
 */
public final class Patience {
    private final long deadline;
    private volatile boolean cancelled;

    private Patience(long nanos) {
        deadline = System.nanoTime() + nanos;
    }

    public static Patience of(Duration duration) {
        return new Patience(duration.toNanos());
    }

    public static Patience ofMillis(long millis) {
        return new Patience(millis * 1_000_000L);
    }

    /** What is left, never negative; zero once cancelled. */
    public Duration left() {
        return Duration.ofNanos(leftNanos());
    }

    public long leftMillis() {
        return leftNanos() / 1_000_000L;
    }

    private long leftNanos() {
        return cancelled ? 0 : Math.max(0, deadline - System.nanoTime());
    }

    /** The time is over or the caller gave up: end the act now. */
    public boolean over() {
        return leftNanos() == 0;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** Gives up: the act ends soon, in one of its own outcomes. */
    public void cancel() {
        cancelled = true;
    }

    /** No more than this and no more than what is left; not tied to a later cancel of this one. */
    public Patience atMost(Duration duration) {
        return new Patience(Math.min(leftNanos(), duration.toNanos()));
    }
}
