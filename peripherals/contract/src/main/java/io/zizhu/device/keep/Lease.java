package io.zizhu.device.keep;

import io.zizhu.device.Device;
import io.zizhu.device.Patience;
import java.time.Duration;
import java.util.function.Function;

/**
 * A device for one owner alone, for a time: a visit, a test by staff, a session from outside. While it lasts, acts of
 * anybody else are missed as {@code BUSY}. It ends with {@link #close}, or by itself when its time is over; then the
 * device is told to forget what it keeps of the person ({@link Device#wipe}), before anybody else's first act. Any thread.
 */
public final class Lease<D extends Device> implements AutoCloseable {
    private final Keeper<D> keeper;
    private final String owner;
    private volatile long until;
    private volatile boolean ended;

    Lease(Keeper<D> keeper, String owner, Duration atMost) {
        this.keeper = keeper;
        this.owner = owner;
        renew(atMost);
    }

    /** Who has it, for technicians; never personal data. */
    public String owner() {
        return owner;
    }

    /** From now on this long; a lease that has ended stays so. */
    public void renew(Duration atMost) {
        until = System.nanoTime() + atMost.toNanos();
    }

    public boolean over() {
        return ended || System.nanoTime() - until > 0;
    }

    /** As {@link Keeper#ask}; missed as {@code BUSY} once the lease is over. */
    public <R> R ask(Patience patience, Act<D, R> act, Function<Missed, R> otherwise) {
        return keeper.ask(this, patience, act, otherwise);
    }

    void end() {
        ended = true;
    }

    @Override
    public void close() {
        keeper.release(this);
    }
}
