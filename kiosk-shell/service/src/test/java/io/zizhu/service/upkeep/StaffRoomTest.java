package io.zizhu.service.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.catalogue.Words;
import io.zizhu.service.Items;
import io.zizhu.service.RowsInMemory;
import io.zizhu.service.day.DayClose;
import io.zizhu.service.day.OfficeBooks.OfficeDay;
import io.zizhu.service.day.Settlement;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.stock.Balance;
import io.zizhu.service.stock.HandOver;
import io.zizhu.service.stock.Stocktaker;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.upkeep.Upkeep.Done;
import io.zizhu.service.upkeep.Upkeep.Why;
import io.zizhu.service.visit.FakeDevices;
import io.zizhu.service.visit.FakePaper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaffRoomTest {
    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private final RowsInMemory journal = new RowsInMemory(() -> now);
    private final FakeDevices devices = new FakeDevices();
    private final StaffRoom room = room();
    private boolean restarted;

    private StaffRoom room() {
        return new StaffRoom(
                () -> Station.PEOPLE,
                new Stocktaker(journal, () -> now),
                devices,
                new FakePaper(),
                new StaffRoom.House(() -> restarted = true, () -> true, shift -> new byte[] {2}, day()),
                () -> now);
    }

    private DayClose day() {
        return new DayClose(journal, devices, (from, to, patience) -> new OfficeDay.Known(List.of()), () -> now);
    }

    private String enter(String number, String pin) {
        return assertInstanceOf(Upkeep.Entrance.In.class, room.enter(Badge.of(number, pin)))
                .key();
    }

    private static Optional<Badge> second(String number, String pin) {
        return Optional.of(Badge.of(number, pin));
    }

    @Test
    void a_supervisor_closes_the_day_and_an_attendant_does_not() {
        String attendant = enter("1001", "246810");
        assertInstanceOf(Upkeep.DayEnded.NoSupervisor.class, room.closeDay(attendant));
        String supervisor = enter("2001", "135790");
        var closed = assertInstanceOf(Upkeep.DayEnded.Closed.class, room.closeDay(supervisor));
        assertTrue(closed.report().matched(), closed.toString());
        assertThrows(Upkeep.NotEntered.class, () -> room.closeDay("nobody"));
    }

    @Test
    void maintenance_outlives_the_key_but_not_the_staff_by_hours() {
        var maintenance = new Maintenance(() -> now);
        assertEquals(false, maintenance.active());
        assertEquals(true, maintenance.set(true));
        assertEquals(false, maintenance.set(true), "no news");
        now = now.plus(Duration.ofMinutes(11));
        assertEquals(true, maintenance.active());
        now = now.plus(Maintenance.LONGEST);
        assertEquals(false, maintenance.active());
        assertEquals(true, maintenance.set(true), "it was over by itself");
        assertEquals(true, maintenance.set(false));
        assertEquals(false, maintenance.active());
    }

    @Test
    void every_try_at_the_door_is_a_row_and_a_stranger_s_typing_is_not() {
        room.enter(Badge.of("1001", "000000"));
        room.enter(Badge.of("440106199001011234", "1"));
        room.enter(Badge.of("9001", "112233"));
        room.leave(enter("1001", "246810"));
        assertEquals(
                List.of(
                        "staff-door wrong",
                        "staff-door unknown",
                        "staff-door revoked",
                        "staff-door in",
                        "staff-door left"),
                journal.told("result"));
        assertEquals(
                List.of(
                        "staff-door 1001",
                        "staff-door unknown",
                        "staff-door 9001",
                        "staff-door 1001",
                        "staff-door 1001"),
                journal.told("badge"));
    }

    @Test
    void a_restarted_room_remembers_by_the_journal() {
        for (int i = 0; i < 4; i++) {
            room.enter(Badge.of("1001", "000000"));
        }
        now = now.plusSeconds(30);
        assertInstanceOf(Upkeep.Entrance.Shut.class, room().enter(Badge.of("1001", "000000")));
    }

    @Test
    void a_doubt_about_money_is_settled_by_two_one_of_them_a_supervisor_and_both_stand_in_the_row() {
        long doubt = journal.intent(VisitId.NONE, Entry.of(Kinds.DOUBT, Map.of("kind", "payment", "case", "C1")));
        String key = enter("1001", "246810");
        assertEquals(
                refused(Why.SECOND_NEEDED),
                room.settle(key, doubt, Settlement.GIVEN_BACK, "refunded", Optional.empty()));
        assertEquals(
                refused(Why.SAME_PERSON),
                room.settle(key, doubt, Settlement.GIVEN_BACK, "refunded", second("1001", "246810")));
        assertEquals(
                refused(Why.NO_SUPERVISOR),
                room.settle(key, doubt, Settlement.GIVEN_BACK, "refunded", second("1003", "864200")));
        assertEquals(
                refused(Why.SECOND_REFUSED),
                room.settle(key, doubt, Settlement.GIVEN_BACK, "refunded", second("2001", "000000")));
        assertEquals(
                refused(Why.SECOND_REFUSED),
                room.settle(key, doubt, Settlement.GIVEN_BACK, "refunded", second("9001", "112233")));
        assertThrows(
                IllegalArgumentException.class,
                () -> room.settle(key, doubt, Settlement.HANDED_OVER, "", second("2001", "135790")));
        assertEquals(1, room.doubts(key).size());

        assertEquals(
                new Done.Well(), room.settle(key, doubt, Settlement.GIVEN_BACK, "refunded", second("2001", "135790")));
        assertTrue(room.doubts(key).isEmpty());
        assertEquals(
                Map.of("badge", "1001", "second", "2001", "settlement", "given-back", "result", "refunded"),
                journal.last().open());
        assertTrue(journal.told("result")
                .containsAll(List.of(
                        "staff-second same person",
                        "staff-second no supervisor",
                        "staff-second wrong",
                        "staff-second revoked",
                        "staff-second in")));
    }

    @Test
    void a_second_person_has_five_tries_too() {
        long doubt = journal.intent(VisitId.NONE, Entry.of(Kinds.DOUBT, Map.of("kind", "payment", "case", "C1")));
        String key = enter("1001", "246810");
        for (int i = 0; i < 5; i++) {
            room.settle(key, doubt, Settlement.GIVEN_BACK, "refunded", second("2001", "00000" + i));
        }
        assertEquals(
                refused(Why.SECOND_REFUSED),
                room.settle(key, doubt, Settlement.GIVEN_BACK, "refunded", second("2001", "135790")));
        assertEquals("staff-second shut", journal.told("result").getLast());
    }

    @Test
    void a_test_reads_a_card_and_says_nothing_of_whose_it_is_and_only_while_nobody_is_served() {
        String key = enter("1001", "246810");
        assertTrue(room.test(key, "id-reader").en().contains("out of service"));
        room.maintain(key, true);
        Words told = room.test(key, "id-reader");
        assertTrue(told.en().startsWith("Read"), told.en());
        String rows = String.join("\n", journal.told("result"));
        for (String personal : List.of(Items.card().name(), Items.card().number())) {
            assertFalse(told.zh().contains(personal) || rows.contains(personal));
        }
        assertTrue(
                room.test(key, "pay-pad").en().contains("did not answer"),
                "this pad cannot be asked; nothing was charged");
        assertEquals(0, devices.charged());
    }

    @Test
    void a_shift_is_handed_over_with_its_balance_and_what_happened_and_the_next_begins() {
        String key = enter("1001", "246810");
        room.store(key).load(Supply.A4, 250);
        now = now.plusSeconds(60);
        room.test(key, "certificate-printer");
        long found = journal.intent(VisitId.NONE, Entry.of(Kinds.DOUBT, Map.of("kind", "payment", "case", "C1")));
        now = now.plusSeconds(60);
        HandOver shift = room.shift(key);
        assertEquals(
                List.of(Supply.A4),
                shift.balances().stream().map(Balance::supply).toList());
        assertEquals(249, shift.balances().getFirst().left());
        assertEquals(
                List.of("loaded", "doubt"),
                shift.events().stream().map(HandOver.Event::kind).toList());

        assertTrue(room.handOver(key, true).en().startsWith("Handed over"));
        assertEquals(248, room.shift(key).balances().getFirst().opening(), "the report took a sheet");
        assertEquals(List.of(), room.shift(key).events());
        assertEquals(found, room.doubts(key).getFirst().number(), "what waits for a person goes on waiting");
    }

    @Test
    void what_was_left_behind_is_kept_until_somebody_says_where_it_went() {
        String key = enter("1001", "246810");
        room.keep(key, "id-card");
        long number = room.kept(key).getFirst().number();
        assertThrows(IllegalArgumentException.class, () -> room.release(key, number, "lost"));
        room.release(key, number, "to-counter");
        assertEquals(List.of(), room.kept(key));
        assertEquals(
                Map.of("result", "to-counter", "badge", "1001"), journal.last().open());
    }

    @Test
    void the_terminal_is_restarted_by_somebody_with_a_badge() {
        room.restart(enter("1001", "246810"));
        assertTrue(restarted);
        assertEquals("restart", journal.last().kind());
        assertThrows(Upkeep.NotEntered.class, () -> room.restart("nobody"));
    }

    private static Done refused(Why why) {
        return new Done.Refused(why, "");
    }
}
