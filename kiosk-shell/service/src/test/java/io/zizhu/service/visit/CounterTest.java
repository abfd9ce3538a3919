package io.zizhu.service.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.catalogue.Words;
import io.zizhu.device.Fault;
import io.zizhu.device.Status;
import io.zizhu.device.printer.Sheet;
import io.zizhu.service.Items;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.port.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CounterTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SETTLE = Duration.ofMillis(50);
    private static final Timing PATIENT = new Timing(LONG, LONG, LONG, LONG, LONG, SETTLE, LONG, LONG, LONG, LONG);
    private static final Duration SHORT = Duration.ofMillis(40);
    private static final Timing BRIEF = new Timing(LONG, LONG, LONG, LONG, LONG, SETTLE, LONG, SHORT, SHORT, SHORT);
    private static final Words CLOSED = new Words("停电", "no power");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T02:00:00Z"));

    private final FakeJournal journal = new FakeJournal();
    private final FakeDevices devices = new FakeDevices();
    private final FakeCentre centre = new FakeCentre();
    private final List<Shown> screen = new CopyOnWriteArrayList<>();
    private Counter counter = counter(PATIENT);

    private Counter counter(Timing timing) {
        Counter made =
                new Counter(Items::shelf, journal, devices, new FakePaper(), centre, CLOCK, ZoneOffset.UTC, timing);
        made.watch(screen::add);
        return made;
    }

    @AfterEach
    void close() {
        journal.revive();
        counter.close();
    }

    private static void await(String what, BooleanSupplier fact) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain: " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private Shown shown(String scene) {
        await(
                "scene " + scene + ", last is " + screen.getLast(),
                () -> screen.getLast().scene().word().equals(scene));
        return screen.getLast();
    }

    private void act(String scene, Act act) {
        counter.act(shown(scene).number(), act);
    }

    private void renewalUpToThePad() {
        counter.start();
        act("idle", new Act.Start());
        act("home", new Act.Choose("id-card-renewal"));
        act("guide", new Act.Next());
        act("consent", new Act.Next());
        act("form", new Act.Submit(Map.of("reason", "expired", "delivery", "post")));
        act("photo", new Act.PickPhoto("register"));
        act("check", new Act.Next());
        act("sign", new Act.Sign(Items.SIGNATURE));
    }

    /** At once, or behind the last words to who had a case. */
    private static boolean outOfService(Scene scene) {
        return scene instanceof Scene.Closed
                || scene instanceof Scene.Trouble told && told.happened().en().startsWith("Out of service");
    }

    private void restarted() {
        await(
                "the power to fail",
                () -> outOfService(screen.getLast().scene())
                        && screen.size() > 2
                        && screen.getLast().number() > 1);
        journal.revive();
        counter.close();
        screen.clear();
        counter = counter(PATIENT);
        counter.start();
        shown("idle");
    }

    @Test
    void a_renewal_is_charged_once_confirmed_and_leaves_nothing_open() {
        renewalUpToThePad();
        assertTrue(devices.holder.isPresent(), "the visit has the devices for itself");
        act("outcome", new Act.Next());
        act("rate", new Act.Rate(4));
        shown("bye");

        await("the devices let go", () -> devices.holder.isEmpty());
        assertEquals(1, devices.charged());
        assertEquals(java.util.Set.of("C-1"), centre.paid);
        await("nothing open", () -> journal.open().isEmpty());
        assertTrue(counter.idle());
    }

    @Test
    void a_code_is_shown_paid_noted_with_its_way_and_confirmed() {
        devices.ways = java.util.EnumSet.of(Way.CARD, Way.CODE);
        devices.holdPad = true;
        renewalUpToThePad();
        act("pay", new Act.PayBy(Way.CODE));
        await(
                "the code",
                () -> screen.getLast().scene() instanceof Scene.Pay pay
                        && pay.code().isPresent());
        devices.holdPad = false;
        act("outcome", new Act.Next());
        assertEquals(Optional.of(Way.CODE), devices.paidBy);
        assertEquals(java.util.Set.of("C-1"), centre.paid);
        assertEquals(1, devices.charged());
    }

    @Test
    void a_slip_that_waits_for_paper_is_given_up_with_its_person() {
        devices.outOfPaper = true;
        renewalUpToThePad();
        act("outcome", new Act.Next());
        assertTrue(devices.slips.isEmpty(), "it still waits");
        act("rate", new Act.Rate(4));
        shown("bye");
        await("given up long before its time", () -> devices.slips.size() == 1);
        assertTrue(devices.slips.getFirst().cancelled());
        await("nothing open", () -> journal.open().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intent charge",
                "intent confirm",
                "outcome charge",
                "outcome confirm",
                "intent slip",
                "outcome slip"
            })
    void a_power_cut_before_any_row_ends_in_money_for_a_matter_or_money_back(String row) {
        journal.cutBefore(row::equals);
        renewalUpToThePad();
        restarted();

        boolean paidFor = centre.paid.contains("C-1") && !centre.withdrawn.contains("C-1");
        assertEquals(paidFor ? 1 : 0, devices.charged() - devices.givenBack(), "money and matter differ");
        assertTrue(journal.holdsOnlyDoubts(), "left open: " + journal.open());
    }

    @ParameterizedTest
    @EnumSource(FakeDevices.Pad.class)
    void whatever_the_pad_does_the_sum_is_right_or_a_doubt_is_listed(FakeDevices.Pad pad) {
        devices.pad = pad;
        renewalUpToThePad();
        await("an answer", () -> List.of("outcome", "trouble")
                .contains(screen.getLast().scene().word()));

        boolean doubt = !journal.doubts().isEmpty();
        assertEquals(pad == FakeDevices.Pad.FORGETS, doubt);
        if (!doubt) {
            assertEquals(centre.paid.size(), devices.charged());
        } else {
            act("outcome", new Act.Quit());
            act("bye", new Act.Start());
            Scene.Home home = (Scene.Home) shown("home").scene();
            assertFalse(home.tiles().get(1).offered(), "a payment in doubt must block the pad");
        }
    }

    @Test
    void who_paid_before_a_bug_is_told_the_case_number_and_not_to_pay_again() {
        devices.slipBreaks = true;
        renewalUpToThePad();
        Scene.Trouble told = (Scene.Trouble) shown("trouble").scene();
        assertEquals("C-1", told.caseNumber());
        assertTrue(told.todo().en().contains("do not pay again"), told::toString);
        act("trouble", new Act.Quit());
        shown("idle");
        assertEquals(java.util.Set.of("C-1"), centre.paid);
    }

    @Test
    void who_paid_before_the_journal_broke_is_told_the_case_number_before_the_counter_closes() {
        journal.cutBefore("intent confirm"::equals);
        renewalUpToThePad();
        Scene.Trouble told = (Scene.Trouble) shown("trouble").scene();
        assertEquals("C-1", told.caseNumber());
        act("trouble", new Act.Quit());
        shown("closed");
    }

    @Test
    void after_a_restart_the_next_citizen_sees_nothing_of_the_one_before() {
        journal.cutBefore("intent confirm"::equals);
        renewalUpToThePad();
        restarted();

        for (Shown seen : screen) {
            assertEquals("", seen.visit(), "a visit goes on");
            assertFalse(seen.toString().contains("C-1"), seen::toString);
            assertTrue(List.of("closed", "idle").contains(seen.scene().word()), seen::toString);
        }
        assertEquals(Optional.empty(), devices.holder, "no device is kept for who has gone");
        assertTrue(counter.idle());
    }

    @Test
    void a_printer_that_tells_of_another_job_leaves_a_doubt_that_says_so_and_no_second_print() {
        devices.printed =
                new Sheet.Unknown("7", new Fault(Fault.Kind.GARBLED, "asked for job 7, the printer told of job 8"));
        counter.start();
        act("idle", new Act.Start());
        act("home", new Act.Choose("no-criminal-record"));
        act("guide", new Act.Next());
        act("consent", new Act.Next());
        act("form", new Act.Submit(Map.of("purpose", "work", "area", "domestic")));
        act("check", new Act.Next());
        act("outcome", new Act.Next());
        act("rate", new Act.Rate(4));

        assertEquals(1, devices.sheets);
        assertEquals(1, journal.doubts().size(), journal.doubts()::toString);
        assertTrue(journal.doubts().getFirst().contains("the printer told of job 8"), journal.doubts()::toString);
        assertTrue(journal.wrote("issue", "unknown"));
        await("told", () -> centre.inquiries.contains("C-1 certificate"));
    }

    @Test
    void money_that_cannot_be_given_back_after_a_cut_is_listed_for_staff() {
        devices.reversalRefused = true;
        journal.cutBefore("intent confirm"::equals);
        renewalUpToThePad();
        restarted();

        assertEquals(1, journal.doubts().size());
        assertTrue(journal.doubts().getFirst().startsWith("payment: charged with receipt 1"));
    }

    @Test
    void a_centre_that_is_away_when_paid_hears_it_later() {
        renewalUpToThePad();
        shown("outcome");
        centre.paid.clear();
        centre.away = true;
        act("outcome", new Act.Quit());
        shown("bye");
        counter.tellCentre();
        assertTrue(centre.paid.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(FakeDevices.Pad.class)
    void a_battery_at_its_end_leaves_every_payment_known_or_in_doubt_and_greets_nobody(FakeDevices.Pad pad) {
        devices.pad = pad;
        devices.holdPad = true;
        counter = counter(BRIEF);
        renewalUpToThePad();
        await("the pad to be asked", () -> devices.charging);
        counter.closeSoon(CLOSED);
        devices.holdPad = false;
        await("closed", () -> screen.getLast().scene().equals(new Scene.Closed(CLOSED)));
        assertTrue(counter.idle());

        boolean doubt = !journal.doubts().isEmpty();
        assertEquals(pad == FakeDevices.Pad.FORGETS, doubt);
        if (!doubt) {
            boolean paidFor = centre.paid.contains("C-1") && !centre.withdrawn.contains("C-1");
            assertEquals(paidFor ? 1 : 0, devices.charged() - devices.givenBack(), "money and matter differ");
            assertTrue(journal.open().isEmpty(), "left open: " + journal.open());
        }
        counter.act(screen.getLast().number(), new Act.Start());
        counter.act(screen.getLast().number(), new Act.Choose("no-criminal-record"));
        counter.inService();
        shown("idle");
        assertTrue(counter.idle(), "nobody was let in while it was closed");
    }

    @Test
    void a_battery_at_its_end_ends_a_visit_that_waits_for_its_citizen() {
        counter = counter(BRIEF);
        counter.start();
        act("idle", new Act.Start());
        act("home", new Act.Choose("no-criminal-record"));
        shown("guide");
        counter.closeSoon(CLOSED);
        shown("bye");
        assertTrue(counter.idle());
        shown("closed");
        assertTrue(journal.open().isEmpty());
    }

    @Test
    void a_second_tap_on_an_old_button_changes_nothing() {
        counter.start();
        Shown idle = shown("idle");
        counter.act(idle.number(), new Act.Start());
        shown("home");
        counter.act(idle.number(), new Act.Start());
        counter.act(idle.number(), new Act.Choose("no-criminal-record"));
        counter.act(shown("home").number(), new Act.Touch());

        assertEquals("home", shown("home").scene().word());
    }

    @Test
    void nobody_there_is_warned_one_tap_extends_and_then_the_visit_is_wiped() {
        counter = counter(new Timing(
                Duration.ofMillis(60), Duration.ofMillis(400), LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG));
        counter.start();
        act("idle", new Act.Start());
        act("home", new Act.Choose("no-criminal-record"));
        shown("guide");
        for (int i = 0; i < 10; i++) {
            screen.clear();
            await("a warning", () -> screen.stream().anyMatch(s -> s.leavingSeconds() > 0));
            counter.act(screen.getLast().number(), new Act.Stay());
            await("the warning to go", () -> screen.getLast().leavingSeconds() == 0);
            assertEquals("guide", screen.getLast().scene().word());
        }
        shown("bye");
        assertTrue(counter.idle());
    }

    @Test
    void quitting_while_the_card_is_awaited_ends_at_once_and_a_late_card_changes_nothing() {
        devices.cardThere = false;
        counter.start();
        act("idle", new Act.Start());
        act("home", new Act.Choose("no-criminal-record"));
        act("guide", new Act.Next());
        act("consent", new Act.Next());
        act("identify", new Act.Quit());
        shown("bye");
        devices.cardThere = true;
        act("bye", new Act.Start());
        shown("home");
        assertEquals("", counter.picture("x", "preview").map(Object::toString).orElse(""));
    }

    @Test
    void a_dead_reader_takes_away_only_what_needs_it_and_says_which() {
        devices.reader = Status.NO_DEVICE;
        counter.start();
        act("idle", new Act.Start());
        Scene.Home home = (Scene.Home) shown("home").scene();
        assertTrue(home.tiles().stream().allMatch(tile -> tile.whyNot().zh().contains("读卡器")));

        devices.reader = Status.ONLINE;
        counter.refresh();
        await(
                "offers to come back",
                () -> screen.getLast().scene() instanceof Scene.Home again
                        && again.tiles().getFirst().offered());
    }

    @Test
    void work_for_idle_times_waits_for_the_visit_to_end() {
        counter.start();
        act("idle", new Act.Start());
        act("home", new Act.Choose("no-criminal-record"));
        shown("guide");
        List<Boolean> idle = new CopyOnWriteArrayList<>();
        counter.whenIdle(() -> idle.add(counter.idle()));
        act("guide", new Act.Quit());
        await("the work", () -> !idle.isEmpty());

        assertEquals(List.of(true), idle);
    }
}
