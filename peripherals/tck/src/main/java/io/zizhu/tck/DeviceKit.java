package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.Change;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.keep.Act;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.keep.Missed;
import io.zizhu.device.keep.Rhythm;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every driver must keep, whatever its device does. The driver runs inside a keeper with short pauses; a subclass
 * for a device class adds its acts, a subclass of that supplies the {@link Rig}.
 *
 * @param <D> the contract of the device class
 */
@Timeout(60)
public abstract class DeviceKit<D extends Device> {
    /** Field order, test speed: pauses 50 to 200 ms, a pulse every 50 ms; grace as long as a busy machine needs. */
    protected static final Rhythm SWIFT = new Rhythm(
            List.of(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200)),
            Duration.ofMillis(50),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(15),
            Duration.ofSeconds(8),
            Duration.ofSeconds(10));

    private static final Map<String, String> ON = Map.of("on", "true");
    private static final Map<String, String> OFF = Map.of("on", "false");

    private final List<DeviceState> told = new CopyOnWriteArrayList<>();
    private Rig rig;
    private Keeper<D> keeper;

    protected abstract Class<D> contract();

    /** A fresh far end, plugged in and idle. */
    protected abstract Rig rig() throws Exception;

    @BeforeEach
    final void openRig() throws Exception {
        rig = rig();
        keeper = new Keeper<>(contract(), rig.driver(), rig.binding(), InstantSource.system(), this::hear, SWIFT);
    }

    @AfterEach
    final void closeRig() throws Exception {
        keeper.close();
        rig.close();
    }

    @Test
    void an_idle_device_comes_online_and_stays_so() {
        awaitOnline();
        assertEquals(List.of(Status.ONLINE), statuses());
    }

    @Test
    void an_unplug_is_told_exactly_once_and_a_replug_brings_it_back() throws Exception {
        assumeTrue(rig.offers("unplug"));
        awaitOnline();
        rig.act("unplug", Map.of());
        Await.fact(
                "away", this::told, () -> last().map(state -> !state.online()).orElse(false));
        assertEquals(Fault.Kind.LOST, keeper.state().fault().orElseThrow().kind(), () -> "told: " + told);
        long gone = System.nanoTime() + Duration.ofMillis(700).toNanos(); // several attempts to open
        Await.fact("time for a storm", this::told, () -> System.nanoTime() > gone);
        assertEquals(List.of(Status.ONLINE, Status.NO_DEVICE), statuses(), () -> "told: " + told);
        rig.act("replug", Map.of());
        awaitOnline();
        assertEquals(List.of(Status.ONLINE, Status.NO_DEVICE, Status.ONLINE), statuses(), () -> "told: " + told);
    }

    @Test
    void a_device_that_hangs_is_not_called_online_and_comes_back_once_mended() throws Exception {
        assumeTrue(rig.offers("hang"));
        awaitOnline();
        act("hang", true);
        Await.fact("not online", this::told, () -> last().map(state -> !state.online())
                .orElse(false));
        assertEquals(Fault.Kind.SILENT, keeper.state().fault().orElseThrow().kind(), () -> "told: " + told);
        act("hang", false);
        awaitOnline();
    }

    @Test
    void a_missing_setting_is_named() {
        List<DeviceState> heard = new CopyOnWriteArrayList<>();
        Binding bare = new Binding(rig.binding().id(), rig.binding().driver(), Map.of());
        assumeTrue(bare.objection(rig.driver().profile()).isPresent()); // some drivers need no setting
        try (Keeper<D> other = new Keeper<>(
                contract(), rig.driver(), bare, InstantSource.system(), change -> heard.add(change.now()), SWIFT)) {
            Await.fact("a fault", () -> heard, () -> other.state().fault().isPresent());
            Fault fault = other.state().fault().orElseThrow();
            assertEquals(Fault.Kind.MISCONFIGURED, fault.kind());
            assertTrue(fault.detail().startsWith("devices/" + bare.id() + "/"), fault::detail);
        }
    }

    @Test
    void closing_twice_from_any_thread_is_harmless() {
        awaitOnline();
        assertTrue(keeper.peek(device -> {
                    device.close();
                    device.close();
                    return true;
                })
                .orElse(false));
        awaitOnline();
    }

    /** For a second keeper in the same test. */
    protected final void hear(Change change) {
        told.add(change.now());
    }

    protected final Rig far() {
        return rig;
    }

    protected final Keeper<D> keeper() {
        return keeper;
    }

    /** Switches a trouble of the line on or off. */
    protected final void act(String trouble, boolean on) throws Exception {
        rig.act(trouble, on ? ON : OFF);
    }

    protected final void awaitOnline() {
        Await.fact("online", this::told, () -> last().map(DeviceState::online).orElse(false));
    }

    /** Every change of state so far, oldest first. */
    protected final List<DeviceState> told() {
        return told;
    }

    /** The state as the listener last heard it. */
    protected final Optional<DeviceState> last() {
        return told.isEmpty() ? Optional.empty() : Optional.of(told.getLast());
    }

    /** The changes of the first axis alone. */
    protected final List<Status> statuses() {
        List<Status> changes = new ArrayList<>();
        for (DeviceState state : told) {
            if (changes.isEmpty() || changes.getLast() != state.status()) {
                changes.add(state.status());
            }
        }
        return changes;
    }

    /** Asks on a thread of its own, so that the test can press something meanwhile. */
    protected final <R> CompletableFuture<R> begin(Patience patience, Act<D, R> act, Function<Missed, R> otherwise) {
        CompletableFuture<R> outcome = new CompletableFuture<>();
        Thread.ofVirtual().name("asks").start(() -> {
            try {
                outcome.complete(keeper.ask(patience, act, otherwise));
            } catch (RuntimeException bug) {
                outcome.completeExceptionally(bug);
            }
        });
        return outcome;
    }
}
