package io.zizhu.device.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.Change;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import io.zizhu.device.profile.Profile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KeeperTest {
    private static final Rhythm SWIFT = new Rhythm(
            List.of(Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofMillis(200)),
            Duration.ofMillis(20),
            Duration.ofMillis(150),
            Duration.ofMillis(300),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            new Rhythm.Flapping(3, Duration.ofSeconds(8), Duration.ofSeconds(30)));

    /** One act that the scripted device carries out. */
    interface Script {
        String play() throws DeviceAway;
    }

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final List<DeviceState> told = new CopyOnWriteArrayList<>();
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private volatile Script ring = () -> "ding";
    private volatile Script pulse = () -> "well";
    private volatile Optional<Pulse> news = Optional.empty();
    private volatile Script open = () -> "there";
    private volatile Optional<Boolean> there = Optional.empty();
    private Keeper<Bell> keeper;

    @AfterEach
    void close() {
        if (keeper != null) {
            keeper.close();
        }
    }

    @Test
    void an_act_is_carried_out_on_one_owner_thread() {
        keep(Bell.class);
        AtomicReference<Thread> owner = new AtomicReference<>();
        for (int i = 0; i < 3; i++) {
            String heard = keeper.ask(
                    Patience.ofMillis(2000),
                    bell -> {
                        assertTrue(owner.compareAndSet(null, Thread.currentThread())
                                || owner.get() == Thread.currentThread());
                        return bell.ring();
                    },
                    missed -> "missed " + missed);
            assertEquals("ding", heard);
        }
        assertTrue(owner.get().isVirtual());
    }

    @Test
    void an_act_on_an_absent_device_is_missed_at_once_and_was_not_begun() {
        open = () -> away(Fault.Kind.LOST);
        keep(Bell.class);
        await(() -> keeper.state().status() == Status.NO_DEVICE);
        long start = System.nanoTime();
        Missed missed = miss(Patience.ofMillis(5000));
        assertEquals(Fault.Kind.LOST, missed.fault().kind());
        assertFalse(missed.begun());
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
    }

    @Test
    void a_hung_act_is_given_up_and_the_device_opened_afresh() {
        ring = KeeperTest::hang;
        keep(Bell.class);
        Missed missed = miss(Patience.ofMillis(50));
        assertEquals(Fault.Kind.SILENT, missed.fault().kind());
        assertTrue(missed.begun());
        ring = () -> "dong";
        assertEquals("dong", keeper.ask(Patience.ofMillis(2000), Bell::ring, Missed::toString));
        assertEquals(2, opened.get());
        assertTrue(closed.get() >= 1);
    }

    @Test
    void a_hung_pulse_with_nobody_waiting_is_given_up_as_well() {
        AtomicInteger pulses = new AtomicInteger();
        pulse = () -> pulses.incrementAndGet() == 3 ? hang() : "well";
        keep(Bell.class);
        await(() -> told.stream()
                .anyMatch(state -> state.status() == Status.HARDWARE_ERROR
                        && state.fault().orElseThrow().kind() == Fault.Kind.SILENT));
        await(() -> keeper.state().online());
        assertEquals(2, opened.get());
    }

    @Test
    void a_hung_opening_is_given_up_as_well() {
        open = () -> opened.get() == 1 ? hang() : "there";
        keep(Bell.class);
        await(() -> keeper.state().online());
        assertEquals(2, opened.get());
    }

    @Test
    void an_act_whose_caller_has_gone_is_never_carried_out() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger rung = new AtomicInteger();
        ring = () -> {
            if (rung.incrementAndGet() == 1) {
                busy.countDown();
                waitFor(go);
            }
            return "ding";
        };
        keep(Bell.class);
        Thread first =
                Thread.startVirtualThread(() -> keeper.ask(Patience.ofMillis(5000), Bell::ring, Missed::toString));
        busy.await();
        AtomicReference<Missed> stopped = new AtomicReference<>();
        Thread second = Thread.startVirtualThread(() -> stopped.set(miss(Patience.ofMillis(5000))));
        await(() -> second.getState() == Thread.State.TIMED_WAITING);
        second.interrupt();
        second.join();
        Missed late = miss(Patience.ofMillis(50));
        go.countDown();
        first.join();
        assertEquals("ding", keeper.ask(Patience.ofMillis(2000), Bell::ring, Missed::toString));
        assertEquals(2, rung.get());
        assertFalse(stopped.get().begun());
        assertFalse(late.begun());
        assertEquals(1, opened.get(), "a busy device is not a hung one");
    }

    @Test
    void losing_the_device_is_told_once_and_its_return_once() {
        keep(Bell.class);
        await(() -> keeper.state().online());
        open = () -> away(Fault.Kind.LOST);
        pulse = () -> away(Fault.Kind.LOST);
        await(() -> opened.get() >= 4);
        open = () -> "there";
        pulse = () -> "well";
        await(() -> keeper.state().online());
        assertEquals(
                List.of(Status.ONLINE, Status.NO_DEVICE, Status.ONLINE),
                told.stream().map(DeviceState::status).toList());
    }

    @Test
    void who_hears_of_a_missed_act_finds_the_state_told_already() {
        ring = () -> away(Fault.Kind.SILENT);
        keep(Bell.class);
        await(() -> keeper.state().online());
        AtomicReference<Status> then = new AtomicReference<>();
        keeper.ask(Patience.ofMillis(2000), Bell::ring, missed -> {
            then.set(keeper.state().status());
            return "missed";
        });
        assertEquals(Status.HARDWARE_ERROR, then.get());
    }

    @Test
    void a_flapping_device_is_opened_ever_more_slowly() {
        pulse = () -> away(Fault.Kind.SILENT);
        keep(Bell.class);
        await(() -> opened.get() >= 3);
        int before = opened.get();
        long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
        await(() -> System.nanoTime() > until);
        assertTrue(opened.get() - before <= 2, "opened " + (opened.get() - before) + " times in 300 ms");
    }

    @Test
    void what_a_bug_quotes_is_not_told() {
        ring = () -> {
            throw new NumberFormatException("For input string: \"990102200203141027\"");
        };
        keep(Bell.class);
        Missed missed = miss(Patience.ofMillis(1000));
        assertEquals(Fault.Kind.BROKEN, missed.fault().kind());
        assertTrue(missed.fault().detail().contains("NumberFormatException"));
        await(() -> told.stream().anyMatch(state -> state.status() == Status.HARDWARE_ERROR));
        assertFalse((missed + told.toString()).contains("9901"));
    }

    @Test
    void a_native_library_that_does_not_link_is_a_state_not_a_silence() {
        open = () -> {
            throw new UnsatisfiedLinkError("no such library");
        };
        keep(Bell.class);
        await(() -> keeper.state().status() == Status.HARDWARE_ERROR);
    }

    @Test
    void a_driver_of_another_kind_is_a_wrong_setting() {
        interface Gong extends Device {}
        Keeper<Gong> other = new Keeper<>(Gong.class, driver(), binding(), InstantSource.system(), this::hear, SWIFT);
        await(() -> other.state().fault().isPresent());
        other.close();
        assertEquals(
                Fault.Kind.MISCONFIGURED, told.getFirst().fault().orElseThrow().kind());
        assertTrue(closed.get() >= 1);
    }

    @Test
    void after_close_every_act_is_missed_and_nothing_is_told() {
        keep(Bell.class);
        await(() -> keeper.state().online());
        keeper.close();
        int before = told.size();
        assertEquals(Fault.Kind.LOST, miss(Patience.ofMillis(1000)).fault().kind());
        await(() -> closed.get() == 1);
        assertEquals(before, told.size());
    }

    @Test
    void what_came_is_told_by_its_difference_alone() {
        keep(Bell.class);
        await(() -> keeper.state().online());
        pulse = () -> "paper low";
        await(() -> keeper.state().media() == Media.LOW);
        Change low = changes.getLast();
        assertEquals(Optional.empty(), low.status());
        assertEquals(Optional.of(Media.LOW), low.media());
        assertEquals(Map.of(Spot.PAPER, Media.LOW), low.supplies());
        assertEquals(Optional.empty(), low.fault());
        assertEquals(low.before().since(), low.now().since(), "the first axis stands since then");
    }

    @Test
    void a_device_that_comes_and_goes_is_left_alone_until_staff_reset_it() {
        pulse = () -> keeper != null && keeper.state().online() && opened.get() < 4 ? away(Fault.Kind.LOST) : "well";
        keep(Bell.class);
        await(() -> told.stream().anyMatch(KeeperTest::quarantined));
        int before = opened.get();
        assertEquals(3, before);
        assertEquals(Fault.Kind.BROKEN, miss(Patience.ofMillis(500)).fault().kind());
        keeper.reset();
        await(() -> keeper.state().online());
        assertEquals(before + 1, opened.get());
    }

    @Test
    void a_line_that_is_there_again_need_not_wait_for_its_turn() {
        Rhythm slow = new Rhythm(
                List.of(Duration.ofSeconds(30)),
                Duration.ofMillis(20),
                Duration.ofMillis(150),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
        there = Optional.of(false);
        open = () -> there.orElseThrow() ? "there" : away(Fault.Kind.LOST);
        keeper = new Keeper<>(Bell.class, driver(), binding(), InstantSource.system(), this::hear, slow);
        await(() -> keeper.state().status() == Status.NO_DEVICE);
        there = Optional.of(true);
        await(() -> keeper.state().online());
        assertEquals(2, opened.get(), "one attempt for each time that it may be there");
    }

    private static boolean quarantined(DeviceState state) {
        return state.fault().map(Fault::detail).orElse("").startsWith("comes and goes");
    }

    @Test
    void news_in_the_midst_of_an_act_is_told_before_it_ends() {
        keep(Bell.class);
        CountDownLatch mended = new CountDownLatch(1);
        ring = () -> {
            news = Optional.of(Pulse.well(Media.OUT));
            waitFor(mended);
            news = Optional.empty();
            return "ding";
        };
        Thread asker =
                Thread.ofVirtual().start(() -> keeper.ask(Patience.ofMillis(8000), Bell::ring, missed -> "missed"));
        await(() -> keeper.state().media() == Media.OUT);
        assertTrue(asker.isAlive());
        mended.countDown();
        await(() -> keeper.state().media() == Media.FULL);
    }

    private void keep(Class<Bell> contract) {
        keeper = new Keeper<>(contract, driver(), binding(), InstantSource.system(), this::hear, SWIFT);
    }

    private void hear(Change change) {
        changes.add(change);
        told.add(change.now());
    }

    private Missed miss(Patience patience) {
        AtomicReference<Missed> why = new AtomicReference<>();
        String heard = keeper.ask(patience, Bell::ring, missed -> {
            why.set(missed);
            return "missed";
        });
        assertEquals("missed", heard);
        return why.get();
    }

    private Driver driver() {
        return new Driver() {
            @Override
            public String id() {
                return "bell";
            }

            @Override
            public DeviceKind kind() {
                return DeviceKind.FINGER_READER;
            }

            @Override
            public Profile profile() {
                return new Profile("a string", List.of(), Set.of(), "here");
            }

            @Override
            public Optional<Boolean> there(Binding binding) {
                return there;
            }

            @Override
            public Device open(Binding binding) throws DeviceAway {
                opened.incrementAndGet();
                open.play();
                return new Scripted();
            }
        };
    }

    private static Binding binding() {
        return new Binding(new DeviceId("bell"), "bell", Map.of());
    }

    private static String away(Fault.Kind kind) throws DeviceAway {
        throw new DeviceAway(kind, "scripted");
    }

    /** A native call that hears no interrupt. */
    private static String hang() {
        long until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
            Thread.interrupted();
        }
        return "too late";
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier fact) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "not within 10 s");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private final class Scripted implements Bell {
        @Override
        public String ring() throws DeviceAway {
            return ring.play();
        }

        @Override
        public Pulse pulse() throws DeviceAway {
            return pulse.play().equals("paper low")
                    ? Pulse.well(Media.LOW).with(Map.of(Spot.PAPER, Media.LOW))
                    : Pulse.well(Media.FULL).with(Map.of(Spot.PAPER, Media.FULL));
        }

        @Override
        public Optional<Pulse> news() {
            return news;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
