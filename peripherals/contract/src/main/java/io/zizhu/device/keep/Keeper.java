package io.zizhu.device.keep;

import io.zizhu.device.Binding;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps one device: opens it, opens it again after trouble with growing pauses (1, 2, 5, 15, 60 s), asks its pulse when
 * idle, carries out one act after the other on one owner thread, and tells a listener what changed.
 *
 * <p>A driver that does not come back within its patience and {@link #GRACE} is given up: its thread is interrupted,
 * the device closed, a new owner thread opens it afresh. A hung driver never hangs the caller.
 */
public final class Keeper<D extends Device> implements AutoCloseable {
    /** How much longer than its patience an act may take before the driver counts as hung. */
    public static final Duration GRACE = Duration.ofSeconds(2);

    private final Binding binding;
    private final Driver driver;
    private final Class<D> contract;
    private final InstantSource clock;
    private final Consumer<DeviceState> listener;
    private volatile DeviceState state;
    private volatile Owner<D> owner;
    private volatile boolean closed;

    /** @param listener hears every change, on the owner's thread; must not block */
    public Keeper(
            Class<D> contract, Driver driver, Binding binding, InstantSource clock, Consumer<DeviceState> listener) {
        this.contract = contract;
        this.driver = driver;
        this.binding = binding;
        this.clock = clock;
        this.listener = listener;
        this.state = new DeviceState(
                binding.id(), driver.kind(), Status.STARTING, Media.UNKNOWN, clock.instant(), Optional.empty());
        this.owner = new Owner<>(this::open, this::pulsed);
        this.owner.start(binding.id().value());
    }

    /** Both axes as last seen; any thread. */
    public DeviceState state() {
        return state;
    }

    public Binding binding() {
        return binding;
    }

    /**
     * Carries out one act and waits for its outcome; any thread.
     *
     * @param otherwise the outcome where the driver gave none: the device is away, or hung
     */
    public <R> R ask(Patience patience, Act<D, R> act, Function<Missed, R> otherwise) {
        Owner<D> mine = owner;
        CompletableFuture<R> outcome = new CompletableFuture<>();
        Job<D> job = new Job<>(
                device -> outcome.complete(act.on(device)), missed -> outcome.complete(otherwise.apply(missed)));
        if (closed || !mine.offer(job)) {
            return otherwise.apply(new Missed(new Fault(Fault.Kind.LOST, binding.id() + " is closed"), false));
        }
        try {
            return outcome.get(patience.left().plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            boolean begun = job.begun();
            replace(mine, new Fault(Fault.Kind.SILENT, binding.driver() + " did not come back in time"));
            outcome.complete(otherwise.apply(
                    new Missed(new Fault(Fault.Kind.SILENT, binding.driver() + " did not come back in time"), begun)));
            return outcome.resultNow();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            patience.cancel();
            return otherwise.apply(new Missed(new Fault(Fault.Kind.BUSY, "the caller was stopped"), job.begun()));
        } catch (ExecutionException bug) {
            throw new IllegalStateException(binding.driver() + " broke its contract", bug.getCause());
        }
    }

    /** Looks at the live device beside the owner thread; only for methods that any thread may call. */
    public <R> Optional<R> peek(Function<D, R> look) {
        return owner.device().map(look);
    }

    /** Closes and opens afresh at once, as staff ask for it. */
    public void reset() {
        replace(owner, new Fault(Fault.Kind.LOST, "reset by staff"));
    }

    private synchronized void replace(Owner<D> old, Fault why) { // two callers may find the same owner hung
        if (closed || owner != old) {
            return;
        }
        old.abandon();
        changed(new Pulse(Status.HARDWARE_ERROR, state.media(), Optional.of(why)));
        owner = new Owner<>(this::open, this::pulsed);
        owner.start(binding.id().value());
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

    private void pulsed(Owner<D> from, Pulse pulse) {
        if (from == owner && !closed) {
            changed(pulse);
        }
    }

    private void changed(Pulse pulse) {
        Instant now = clock.instant();
        DeviceState next =
                new DeviceState(binding.id(), driver.kind(), pulse.status(), pulse.media(), now, pulse.fault());
        DeviceState last = state;
        if (!next.same(last)) {
            state = next;
            listener.accept(next);
        }
    }

    @Override
    public void close() {
        closed = true;
        owner.abandon();
    }
}
