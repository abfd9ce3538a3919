package io.zizhu.device.keep;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The owner thread of one device: the only one that calls the driver. Once abandoned it says nothing more, whatever
 * its driver still does.
 */
final class Owner<D extends Device> implements Runnable {
    /** Opens the device. */
    interface Opening<D extends Device> {
        D open() throws DeviceAway;
    }

    /** What the driver is doing now, and when that becomes too long. */
    private record Call(String what, long due) {}

    private final LinkedBlockingQueue<Job<D>> jobs = new LinkedBlockingQueue<>();
    private final Opening<D> opening;
    private final BiConsumer<Owner<D>, Pulse> pulsed;
    private final Supplier<Optional<Boolean>> there;
    private final Rhythm rhythm;
    private final Flaps flaps;
    private volatile @Nullable Call call;
    private volatile @Nullable D device;
    private volatile @Nullable Thread thread;
    private volatile boolean abandoned;
    private boolean served; // the device was there since the last opening; the owner's own

    Owner(
            Opening<D> opening,
            BiConsumer<Owner<D>, Pulse> pulsed,
            Supplier<Optional<Boolean>> there,
            Rhythm rhythm,
            Flaps flaps) {
        this.opening = opening;
        this.pulsed = pulsed;
        this.there = there;
        this.rhythm = rhythm;
        this.flaps = flaps;
    }

    void start(String name) {
        thread = Thread.ofVirtual().name("device-" + name).start(this);
    }

    Optional<D> device() {
        return Optional.ofNullable(device);
    }

    /** What the driver has not come back from in time; any thread. */
    Optional<String> overdue() {
        Call now = call;
        return now != null && System.nanoTime() - now.due > 0 ? Optional.of(now.what) : Optional.empty();
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
            long opened = System.nanoTime();
            served = false;
            Fault fault = serve();
            Duration rest = served && !abandoned ? flaps.lost() : Duration.ZERO;
            if (rest.isPositive()) {
                trouble(flapping(fault, rest), rest, false);
                attempt = 0;
            } else {
                boolean steady = System.nanoTime() - opened > rhythm.steady().toNanos();
                attempt = steady ? 0 : attempt;
                trouble(fault, rhythm.pause(attempt++), true);
            }
        }
        missAll(new Fault(Fault.Kind.LOST, "the device was closed"));
    }

    /** Opens and serves until there is trouble. */
    private Fault serve() {
        try {
            begin("opening", rhythm.opening());
            D live = opening.open();
            device = live;
            pulse(live);
            served = true;
            while (!abandoned) {
                Job<D> job = next(rhythm.pulseEvery());
                if (job != null) {
                    carryOut(job, live);
                }
                if (!abandoned && jobs.isEmpty()) {
                    pulse(live);
                }
            }
            return new Fault(Fault.Kind.LOST, "the device was closed");
        } catch (DeviceAway away) {
            return away.fault();
        } catch (RuntimeException | Error bug) { // an unlinked native library is an Error, and no reason to fall silent
            return bug(bug);
        } finally {
            call = null;
            letGo();
        }
    }

    private void pulse(D live) throws DeviceAway {
        begin("its pulse", rhythm.pulsing());
        Pulse pulse = live.pulse();
        call = null;
        pulsed.accept(this, pulse);
    }

    private void carryOut(Job<D> job, D live) throws DeviceAway {
        if (job.patience().over()) {
            if (job.giveUp()) {
                job.miss(new Missed(new Fault(Fault.Kind.BUSY, "its turn came too late"), false));
            }
            return;
        }
        if (!job.begin()) {
            return;
        }
        begin("an act", job.patience().left().plus(rhythm.grace()));
        try {
            job.carryOut(live);
        } catch (DeviceAway away) {
            gone(away.fault());
            job.miss(new Missed(away.fault(), true));
            throw away;
        } catch (RuntimeException | Error bug) {
            gone(bug(bug));
            job.miss(new Missed(bug(bug), true));
            throw bug;
        } finally {
            call = null;
        }
    }

    private void begin(String what, Duration atMost) {
        call = new Call(what, System.nanoTime() + atMost.toNanos());
    }

    /** Names class and place only: what a bug says may quote a person's data. */
    private static Fault bug(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        String place = trace.length == 0 ? "an unknown place" : trace[0].toString();
        return new Fault(Fault.Kind.BROKEN, "the driver threw " + bug.getClass().getName() + " at " + place);
    }

    /** Tells the state before anybody hears of a missed act, so that who is told looks at the truth. */
    private void gone(Fault fault) {
        Status status = fault.kind() == Fault.Kind.LOST || fault.kind() == Fault.Kind.MISCONFIGURED
                ? Status.NO_DEVICE
                : Status.HARDWARE_ERROR;
        pulsed.accept(this, new Pulse(status, Media.UNKNOWN, Optional.of(fault)));
    }

    private static Fault flapping(Fault last, Duration rest) {
        return new Fault(
                Fault.Kind.BROKEN,
                "comes and goes; left alone for " + rest.toSeconds() + " s or until it is reset; at last: " + last);
    }

    /**
     * Says what is wrong, then waits for the next attempt; acts asked meanwhile are missed at once.
     *
     * @param early whether a line that was gone and is there again ends the pause
     */
    private void trouble(Fault fault, Duration pause, boolean early) {
        if (abandoned) {
            return;
        }
        gone(fault);
        long until = System.nanoTime() + pause.toNanos();
        boolean gone = false;
        while (!abandoned && System.nanoTime() < until) {
            Optional<Boolean> line = early ? there.get() : Optional.empty();
            if (gone && line.orElse(false)) {
                return;
            }
            gone |= !line.orElse(true);
            long left = Math.max(1, until - System.nanoTime());
            Job<D> job =
                    next(Duration.ofNanos(Math.min(left, rhythm.pulseEvery().toNanos() / 2)));
            if (job != null) {
                miss(job, fault);
            }
        }
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
            miss(job, fault);
        }
    }

    private static <D extends Device> void miss(Job<D> job, Fault fault) {
        if (job.giveUp()) {
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
