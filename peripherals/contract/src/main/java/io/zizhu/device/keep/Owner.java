package io.zizhu.device.keep;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The owner thread of one device: the only one that calls the driver. Once abandoned it says nothing more, whatever
 * its driver still does.
 */
final class Owner<D extends Device> implements Runnable {
    /** Pauses between two attempts to open; the last one repeats. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60));

    private static final Duration PULSE_EVERY = Duration.ofSeconds(1);

    /** Opens the device. */
    interface Opening<D extends Device> {
        D open() throws DeviceAway;
    }

    private final LinkedBlockingQueue<Job<D>> jobs = new LinkedBlockingQueue<>();
    private final Opening<D> opening;
    private final BiConsumer<Owner<D>, Pulse> pulsed;
    private volatile @Nullable D device;
    private volatile @Nullable Thread thread;
    private volatile boolean abandoned;

    Owner(Opening<D> opening, BiConsumer<Owner<D>, Pulse> pulsed) {
        this.opening = opening;
        this.pulsed = pulsed;
    }

    void start(String name) {
        thread = Thread.ofVirtual().name("device-" + name).start(this);
    }

    Optional<D> device() {
        return Optional.ofNullable(device);
    }

    /** False once abandoned. */
    boolean offer(Job<D> job) {
        return !abandoned && jobs.offer(job) && !abandoned;
    }

    void abandon() {
        abandoned = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        letGo();
        missAll(new Fault(Fault.Kind.LOST, "the device was closed"));
    }

    @Override
    public void run() {
        int attempt = 0;
        while (!abandoned) {
            try {
                D live = opening.open();
                device = live;
                attempt = 0;
                serve(live);
            } catch (DeviceAway away) {
                attempt = trouble(away.fault(), attempt);
            } catch (RuntimeException bug) {
                attempt = trouble(new Fault(Fault.Kind.BROKEN, "the driver threw " + bug), attempt);
            } finally {
                letGo();
            }
        }
        missAll(new Fault(Fault.Kind.LOST, "the device was closed"));
    }

    private void serve(D live) throws DeviceAway {
        pulsed.accept(this, live.pulse());
        while (!abandoned) {
            Job<D> job = next(PULSE_EVERY);
            if (job != null) {
                carryOut(job, live);
            }
            if (!abandoned && jobs.isEmpty()) {
                pulsed.accept(this, live.pulse());
            }
        }
    }

    private static <D extends Device> void carryOut(Job<D> job, D live) throws DeviceAway {
        try {
            job.carryOut(live);
        } catch (DeviceAway away) {
            job.miss(new Missed(away.fault(), true));
            throw away;
        } catch (RuntimeException bug) {
            job.miss(new Missed(new Fault(Fault.Kind.BROKEN, "the driver threw " + bug), true));
            throw bug;
        }
    }

    /** Says what is wrong, then waits for the next attempt; acts asked meanwhile are missed at once. */
    private int trouble(Fault fault, int attempt) {
        if (abandoned) {
            return attempt;
        }
        letGo();
        Status status = fault.kind() == Fault.Kind.LOST || fault.kind() == Fault.Kind.MISCONFIGURED
                ? Status.NO_DEVICE
                : Status.HARDWARE_ERROR;
        pulsed.accept(this, new Pulse(status, Media.UNKNOWN, Optional.of(fault)));
        long until = System.nanoTime()
                + PAUSES.get(Math.min(attempt, PAUSES.size() - 1)).toNanos();
        while (!abandoned && System.nanoTime() < until) {
            Job<D> job = next(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            if (job != null) {
                job.miss(new Missed(fault, false));
            }
        }
        return attempt + 1;
    }

    private @Nullable Job<D> next(Duration wait) {
        try {
            return jobs.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            return null; // abandoned: the loops look at the flag
        }
    }

    private void missAll(Fault fault) {
        for (Job<D> job = jobs.poll(); job != null; job = jobs.poll()) {
            job.miss(new Missed(fault, false));
        }
    }

    private void letGo() {
        D live = device;
        device = null;
        if (live != null) {
            live.close();
        }
    }
}
