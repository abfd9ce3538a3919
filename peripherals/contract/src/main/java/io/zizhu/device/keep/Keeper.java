package io.zizhu.device.keep;

import io.zizhu.device.Binding;
import io.zizhu.device.Change;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one device: opens it, opens it again after trouble with growing pauses (1, 2, 5, 15, 60 s), asks its pulse when
 * idle, carries out one act after the other on one owner thread, and tells a listener what changed.
 *
 * <p>A driver that does not come back from an act within its patience and the {@link Rhythm}'s grace, nor from opening
 * or a pulse in their time, is given up: its thread is interrupted, the device closed, a new owner thread opens it
 * afresh. A hung driver never hangs the caller, and an act whose caller has gone is never begun.
 */
public final class Keeper<D extends Device> implements AutoCloseable {
    private final Binding binding;
    private final Driver driver;
    private final Class<D> contract;
    private final InstantSource clock;
    private final Consumer<Change> listener;
    private final Rhythm rhythm;
    private final Thread guard;
    private volatile DeviceState state;
    private final Flaps flaps;
    private volatile Owner<D> owner;
    private volatile @Nullable Lease<D> lease;
    private volatile boolean closed;

    /** @param listener hears every change, one after the other; must not block */
    public Keeper(Class<D> contract, Driver driver, Binding binding, InstantSource clock, Consumer<Change> listener) {
        this(contract, driver, binding, clock, listener, Rhythm.FIELD);
    }

    public Keeper(
            Class<D> contract,
            Driver driver,
            Binding binding,
            InstantSource clock,
            Consumer<Change> listener,
            Rhythm rhythm) {
        this.contract = contract;
        this.driver = driver;
        this.binding = binding;
        this.clock = clock;
        this.listener = listener;
        this.rhythm = rhythm;
        this.state = new DeviceState(
                binding.id(), driver.kind(), Status.STARTING, Media.UNKNOWN, clock.instant(), Optional.empty());
        this.flaps = new Flaps(rhythm.flapping());
        this.owner = owner();
        this.owner.start(binding.id().value());
        this.guard =
                Thread.ofVirtual().name("device-" + binding.id() + "-guard").start(this::guard);
    }

    /** Both axes as last seen; any thread. */
    public DeviceState state() {
        return state;
    }

    public Binding binding() {
        return binding;
    }

    /**
     * Lends the device to one owner alone; any thread.
     *
     * @param owner who asks, for technicians; never personal data
     * @return empty where somebody else has it
     */
    public synchronized Optional<Lease<D>> lease(String owner, Duration atMost) { // two may ask at once
        Lease<D> now = lease;
        if (closed || (now != null && !now.over())) {
            return Optional.empty();
        }
        if (now != null) {
            release(now);
        }
        Lease<D> next = new Lease<>(this, owner, atMost);
        lease = next;
        return Optional.of(next);
    }

    synchronized void release(Lease<D> ending) { // one lease is ended by its owner, its deadline, or the next one
        if (lease == ending) {
            ending.end();
            lease = null;
            owner.offer(new Job<>(Patience.of(rhythm.opening()), Device::wipe, missed -> {})); // away: nothing is kept
        }
    }

    /**
     * Carries out one act and waits for its outcome; any thread. Missed as {@code BUSY} while somebody has the device on
     * a lease.
     *
     * @param otherwise the outcome where the driver gave none: the device is away, leased, or hung
     */
    public <R> R ask(Patience patience, Act<D, R> act, Function<Missed, R> otherwise) {
        return ask(null, patience, act, otherwise);
    }

    <R> R ask(@Nullable Lease<D> mine, Patience patience, Act<D, R> act, Function<Missed, R> otherwise) {
        Lease<D> held = lease;
        if (held != mine && held != null && !held.over()) {
            return otherwise.apply(new Missed(new Fault(Fault.Kind.BUSY, "leased to " + held.owner()), false));
        }
        if (mine != null && mine.over()) {
            return otherwise.apply(new Missed(new Fault(Fault.Kind.BUSY, "the lease is over"), false));
        }
        return carryOut(patience, act, otherwise);
    }

    private <R> R carryOut(Patience patience, Act<D, R> act, Function<Missed, R> otherwise) {
        Owner<D> mine = owner;
        CompletableFuture<R> outcome = new CompletableFuture<>();
        Job<D> job = new Job<>(
                patience,
                device -> outcome.complete(act.on(device)),
                missed -> outcome.complete(otherwise.apply(missed)));
        if (closed || !mine.offer(job)) {
            return otherwise.apply(new Missed(new Fault(Fault.Kind.LOST, binding.id() + " is closed"), false));
        }
        try {
            return outcome.get(patience.left().plus(rhythm.grace()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            outcome.complete(otherwise.apply(late(mine, job)));
            return outcome.resultNow();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            patience.cancel();
            return otherwise.apply(new Missed(new Fault(Fault.Kind.BUSY, "the caller was stopped"), !job.giveUp()));
        } catch (ExecutionException bug) {
            throw new IllegalStateException(binding.driver() + " broke its contract", bug.getCause());
        }
    }

    private Missed late(Owner<D> mine, Job<D> job) {
        if (job.giveUp()) {
            return new Missed(new Fault(Fault.Kind.BUSY, binding.driver() + " was busy all the time"), false);
        }
        Fault hung = new Fault(Fault.Kind.SILENT, binding.driver() + " did not come back in time");
        replace(mine, hung);
        return new Missed(hung, true);
    }

    /** Sees to it that a driver which hangs with nobody waiting for it is given up, and that news in an act are told. */
    private void guard() {
        long turn = Math.max(1_000_000L, rhythm.pulseEvery().toNanos() / 2);
        while (!closed) {
            Owner<D> now = owner;
            now.overdue()
                    .ifPresent(what -> replace(
                            now, new Fault(Fault.Kind.SILENT, binding.driver() + " did not come back from " + what)));
            now.device().flatMap(Device::news).ifPresent(pulse -> pulsed(now, pulse));
            Lease<D> held = lease;
            if (held != null && held.over()) {
                release(held);
            }
            LockSupport.parkNanos(turn);
        }
    }

    /** Looks at the live device beside the owner thread; only for methods that any thread may call. */
    public <R> Optional<R> peek(Function<D, R> look) {
        return owner.device().map(look);
    }

    /** Closes and opens afresh at once, as staff ask for it. */
    public void reset() {
        flaps.forget();
        replace(owner, new Fault(Fault.Kind.LOST, "reset by staff"));
    }

    private synchronized void replace(Owner<D> old, Fault why) { // two callers may find the same owner hung
        if (closed || owner != old) {
            return;
        }
        owner = owner();
        old.abandon();
        changed(new Pulse(Status.HARDWARE_ERROR, state.media(), state.supplies(), Optional.of(why)));
        owner.start(binding.id().value());
    }

    private Owner<D> owner() {
        return new Owner<>(this::open, this::pulsed, () -> driver.there(binding), rhythm, flaps);
    }

    private D open() throws DeviceAway {
        Device device = driver.open(binding);
        if (!contract.isInstance(device)) {
            device.close();
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "devices/" + binding.id() + "/driver: " + driver.id() + " is no " + contract.getSimpleName());
        }
        return contract.cast(device);
    }

    private synchronized void pulsed(Owner<D> from, Pulse pulse) { // an owner just replaced must not speak after it
        if (from == owner && !closed) {
            changed(pulse);
        }
    }

    private void changed(Pulse pulse) {
        DeviceState last = state;
        DeviceState next = last.after(pulse, clock.instant());
        if (!next.same(last)) {
            state = next;
            listener.accept(new Change(last, next));
        }
    }

    @Override
    public synchronized void close() { // no owner may be put in place behind a close
        closed = true;
        LockSupport.unpark(guard);
        owner.abandon();
    }
}
