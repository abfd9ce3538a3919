package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Driver;
import io.zizhu.device.Patience;
import io.zizhu.device.keep.Act;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.keep.Missed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A driver inside a keeper, as the terminal runs it, with the waiting that kits need. For one test, on its thread. */
final class Trial<D extends Device> implements AutoCloseable {
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final Keeper<D> keeper;

    Trial(Class<D> contract, Driver driver, Binding binding) {
        keeper = new Keeper<>(contract, driver, binding, InstantSource.system(), _ -> {});
    }

    DeviceState state() {
        return keeper.state();
    }

    void awaitOnline() {
        await("the device to be online, it is " + state(), () -> keeper.state().online());
    }

    void awaitAway() {
        await("the device to be away", () -> !keeper.state().online());
    }

    static void await(String what, BooleanSupplier fact) {
        long until = System.nanoTime() + PATIENT.toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, () -> "waited in vain for " + what);
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** The answer of the driver itself; a missed act fails the test. */
    <R> R ask(Act<D, R> act, Patience patience) {
        return keeper.ask(patience, act, missed -> fail("missed: " + missed));
    }

    <R> R ask(Act<D, R> act, Patience patience, Function<Missed, R> otherwise) {
        return keeper.ask(patience, act, otherwise);
    }

    /** The same on a thread of its own, so that the test can play the person meanwhile. */
    <R> Pending<R> begin(Act<D, R> act, Patience patience, Function<Missed, R> otherwise) {
        CompletableFuture<R> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(keeper.ask(patience, act, otherwise));
            } catch (RuntimeException bug) {
                outcome.completeExceptionally(bug);
            }
        });
        return new Pending<>(outcome);
    }

    record Pending<R>(CompletableFuture<R> outcome) {
        R end() throws Exception {
            return outcome.get(PATIENT.toSeconds(), TimeUnit.SECONDS);
        }

        boolean over() {
            return outcome.isDone();
        }
    }

    @Override
    public void close() {
        keeper.close();
    }
}
