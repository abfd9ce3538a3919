package io.zizhu.driver.camera;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Empties one source on a thread of its own and keeps only the newest frame, so that a slow looker never sees an old
 * picture. A platform thread: a capture waits inside native code, where a virtual one would hold up the others.
 * Every public method: any thread.
 */
public final class Pump implements AutoCloseable {
    private final FrameSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private volatile @Nullable Frame newest;
    private volatile @Nullable Fault fault;
    private volatile long started;
    private volatile long changed;
    private volatile boolean closed;

    private Pump(FrameSource source) {
        this.source = source;
    }

    /** Starts emptying the source; the pump closes it. */
    public static Pump start(FrameSource source, String name) {
        Pump pump = new Pump(source);
        pump.started = System.nanoTime();
        pump.changed = pump.started;
        Thread.ofPlatform().daemon().name("frames-" + name).start(pump::run);
        return pump;
    }

    private void run() {
        long number = 0;
        try {
            while (!closed) {
                byte[] jpeg = source.next();
                Frame last = newest;
                Frame next = new Frame(++number, System.nanoTime(), jpeg);
                if (last == null || !Arrays.equals(last.jpeg(), jpeg)) {
                    changed = next.nanos();
                }
                newest = next;
                tell();
            }
        } catch (DeviceAway away) {
            fault = away.fault();
        } catch (RuntimeException bug) {
            fault = new Fault(Fault.Kind.BROKEN, "reading frames threw " + bug);
        } finally {
            source.close();
            tell();
        }
    }

    private void tell() {
        lock.lock();
        try {
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Optional<Frame> newest() {
        return Optional.ofNullable(newest);
    }

    /** Why no more frames come; empty while they may. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** How long ago the last frame came; from the start where none did. */
    public long silentNanos() {
        Frame last = newest;
        return System.nanoTime() - (last == null ? started : last.nanos());
    }

    /** For how long frames have come that were the same to the byte, which no live camera manages; silence is none. */
    public long stillNanos() {
        Frame last = newest;
        return last == null ? 0 : last.nanos() - changed;
    }

    /** Waits for a frame after that number; empty where none came in time, or none will. */
    public Optional<Frame> after(long number, long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
            while (left > 0 && !closed && fault == null && !isAfter(newest, number)) {
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        return newest().filter(frame -> isAfter(frame, number));
    }

    private static boolean isAfter(@Nullable Frame frame, long number) {
        return frame != null && frame.number() > number;
    }

    @Override
    public void close() {
        closed = true;
        source.close();
        newest = null;
        tell();
    }
}
