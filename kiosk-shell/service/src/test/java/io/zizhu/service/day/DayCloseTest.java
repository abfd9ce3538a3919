package io.zizhu.service.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.service.day.OfficeBooks.OfficeDay;
import io.zizhu.service.day.OfficeBooks.Paid;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.port.Way;
import io.zizhu.service.visit.FakeDevices;
import io.zizhu.service.visit.FakeJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Journal, pad and back office side by side at the end of the day. */
class DayCloseTest {
    private static final VisitId VISIT = new VisitId("v1");

    private final FakeJournal journal = new FakeJournal();
    private final FakeDevices devices = new FakeDevices();
    private final List<Paid> files = new ArrayList<>();
    private boolean officeAway;
    private Instant now = Instant.ofEpochSecond(10_000);
    private final DayClose close = new DayClose(
            journal,
            devices,
            (from, to, patience) -> officeAway ? new OfficeDay.Away("no line") : new OfficeDay.Known(files),
            () -> now);

    @Test
    void a_day_on_which_all_agree_is_closed_between_an_intent_and_an_outcome_with_both_sums() {
        charged("C1", 2000, "1", "approved");
        charged("C2", 3000, "2", "declined");
        file("C1", 2000, "p/1/2", false);
        pad(1, 2000);
        DayReport report = close.close("s1").orElseThrow();
        assertTrue(report.matched(), report.toString());
        assertEquals(new DayReport.Sum(1, 2000), report.journal());
        assertEquals(Optional.of(new DayReport.Sum(1, 2000)), report.office());
        assertEquals(
                List.of(new DayReport.Line(Instant.ofEpochSecond(1), "C1", Optional.of(Way.CARD), "p/1/2", 2000, 2000)),
                report.lines());
        Journal.Kept outcome = rows(DayClose.KIND).getLast();
        assertEquals(rows(DayClose.KIND).getFirst().seq(), outcome.of().orElseThrow());
        assertEquals("s1", rows(DayClose.KIND).getFirst().open().get("by"));
        assertEquals("matched", outcome.open().get("result"));
        assertEquals("2000", outcome.open().get("padFen"));
        charged("C3", 500, "3", "approved");
        file("C3", 500, "p/3/4", false);
        files.removeFirst();
        pad(1, 500);
        assertTrue(close.close("s1").orElseThrow().matched(), "the pad counts anew, and so does the comparison");
    }

    @Test
    void each_difference_with_the_back_office_is_told_by_its_case() {
        charged("untold", 2000, "1", "approved");
        file("untold", 2000, "", false);
        charged("given-up", 2000, "2", "approved");
        file("given-up", 2000, "p/2/3", true);
        charged("other-fee", 2000, "3", "approved");
        file("other-fee", 1000, "p/3/4", false);
        charged("back", 2000, "4", "approved");
        back("back", Kinds.REVERSE, 2000, "done");
        file("back", 2000, "p/4/5", false);
        file("stranger", 700, "p/9/9", false);
        file("unpaid", 700, "", false);
        pad(3, 6000);
        assertEquals(
                List.of(
                        new Difference.NotConfirmed("untold", 2000, "p/1/2"),
                        new Difference.KeptWithdrawn("given-up", 2000, "p/2/3"),
                        new Difference.OtherAmount("other-fee", 2000, 1000),
                        new Difference.NotCharged("back", 2000, "p/4/5"),
                        new Difference.NotCharged("stranger", 700, "p/9/9")),
                close.close("s1").orElseThrow().differences());
        officeAway = true;
        pad(0, 0);
        assertEquals(
                List.of(new Difference.OfficeAway("no line")),
                close.close("s1").orElseThrow().differences());
    }

    @Test
    void the_pads_totals_explain_a_doubt_or_ask_for_its_own_list() {
        charged("sure", 1000, "1", "approved");
        file("sure", 1000, "p/1/2", false);
        charged("doubtful", 2000, "2", "unknown");
        journal.intent(VISIT, Entry.of(Kinds.DOUBT, Map.of("kind", "payment", "case", "doubtful", "reason", "silent")));
        pad(2, 3000);
        List<Difference> charged = close.close("s1").orElseThrow().differences();
        assertEquals(new Difference.DoubtCharged("doubtful", 2000), charged.getFirst());
        assertEquals(new Difference.DoubtOpen("doubtful", 2000, "silent"), charged.getLast());
        pad(1, 450);
        assertEquals(
                new Difference.PadDiffers(450, 1),
                close.close("s1").orElseThrow().differences().getFirst());
        charged("half-back", 900, "5", "approved");
        back("half-back", Kinds.REVERSE, 900, "in doubt");
        pad(0, 0);
        assertEquals(
                new Difference.DoubtGivenBack("half-back", 900),
                close.close("s1").orElseThrow().differences().getFirst());
        charged("gone", 800, "6", "approved");
        pad(0, 0);
        assertEquals(
                new Difference.PadDiffers(-800, -1),
                close.close("s1").orElseThrow().differences().getFirst());
        assertEquals("differs", rows(DayClose.KIND).getLast().open().get("result"));
    }

    @Test
    void what_staff_decided_about_a_doubt_counts_and_is_listed_no_more() {
        settled(unsure("kept", 2000, "1"), Settlement.CHARGED);
        file("kept", 2000, "staff/1001/9", false);
        settled(unsure("never", 700, "2"), Settlement.NOT_CHARGED);
        settled(unsure("back", 500, "3"), Settlement.GIVEN_BACK);
        charged("half-back", 900, "4", "approved");
        back("half-back", Kinds.REVERSE, 900, "in doubt");
        settled(doubt("half-back"), Settlement.GIVEN_BACK);
        pad(2, 2500);
        DayReport report = close.close("s1").orElseThrow();
        assertTrue(report.matched(), report.toString());
        assertEquals(
                List.of(2000L, 0L, 0L),
                report.lines().stream().map(DayReport.Line::journal).toList());
    }

    @Test
    void a_doubt_from_a_journal_that_was_set_aside_counts_by_the_amount_it_tells() {
        aside("open", "2000");
        settled(aside("kept", "700"), Settlement.CHARGED);
        file("kept", 700, "staff/1001/9", false);
        settled(aside("nobody-knows", ""), Settlement.CHARGED);
        pad(2, 2700);
        assertEquals(
                List.of(new Difference.DoubtCharged("open", 2000), new Difference.DoubtOpen("open", 2000, "set aside")),
                close.close("s1").orElseThrow().differences());
    }

    private long aside(String number, String amount) {
        var facts = Map.of("kind", "payment", "case", number, "reason", "set aside", "way", "card", "amount", amount);
        return journal.intent(VISIT, Entry.of(Kinds.DOUBT, facts));
    }

    @Test
    void a_refund_leaves_the_charge_in_the_pads_totals_and_a_reversal_does_not() {
        charged("refunded", 2000, "1", "approved");
        back("refunded", "refund", 2000, "done");
        charged("reversed", 2000, "2", "approved");
        back("reversed", Kinds.REVERSE, 2000, "done");
        pad(1, 2000);
        assertTrue(close.close("s1").orElseThrow().matched());
    }

    @Test
    void a_closing_without_an_answer_is_found_out_by_the_totals_of_the_next() {
        charged("before", 2000, "1", "approved");
        file("before", 2000, "p/1/2", false);
        devices.dayEnd = new DayEnd.Unknown(new Fault(Fault.Kind.LOST, "no answer"));
        DayReport unknown = close.close("s1").orElseThrow();
        assertFalse(unknown.padClosed());
        assertInstanceOf(Difference.PadUnknown.class, unknown.differences().getFirst());
        charged("after", 500, "2", "approved");
        file("after", 500, "p/2/3", false);
        pad(1, 500);
        DayReport found = close.close("s1").orElseThrow();
        assertInstanceOf(Difference.ClosedBefore.class, found.differences().getFirst());
        assertEquals(new DayReport.Sum(1, 500), found.journal());
        assertEquals(1, found.differences().size());
    }

    @Test
    void a_closing_cut_off_by_the_power_is_written_down_as_unknown_and_a_refusal_leaves_the_day_open() {
        journal.intent(VisitId.NONE, Entry.of(DayClose.KIND, Map.of("way", "card", "by", "s1")));
        charged("C1", 2000, "1", "approved");
        file("C1", 2000, "p/1/2", false);
        devices.dayEnd = new DayEnd.Refused("98");
        DayReport refused = close.close("s1").orElseThrow();
        assertEquals(List.of(new Difference.PadOpen("98")), refused.differences());
        assertEquals("unknown", rows(DayClose.KIND).get(1).open().get("result"));
        assertTrue(journal.open().stream().noneMatch(row -> row.entry().kind().equals(DayClose.KIND)));
        pad(1, 2000);
        assertTrue(close.close("s1").orElseThrow().matched(), "it had not closed, and is not thought to have");
        for (Difference each : refused.differences()) {
            assertTrue(each.words().zh().contains("98") && each.words().en().contains("98"));
        }
    }

    private void pad(int count, long fen) {
        devices.dayEnd = new DayEnd.Closed(List.of(new DayEnd.Total("UnionPay", count, fen, "CNY")));
    }

    private void file(String number, long fen, String receipt, boolean withdrawn) {
        files.add(new Paid(number, now, fen, receipt, withdrawn));
    }

    private void charged(String number, long fen, String receipt, String result) {
        long row = journal.intent(
                VISIT, Entry.of(Kinds.CHARGE, Map.of("case", number, "way", "card", "amount", String.valueOf(fen))));
        if (result.equals("approved")) {
            String trace = String.valueOf(Integer.parseInt(receipt) + 1);
            var told = Map.of("case", number, "terminal", "p", "receipt", receipt, "trace", trace);
            journal.intent(VISIT, Entry.of(Kinds.CONFIRM, told));
        }
        journal.outcome(row, Entry.of(Kinds.CHARGE, Map.of("result", result, "receipt", receipt)));
    }

    /** The row of the doubt. */
    private long unsure(String number, long fen, String receipt) {
        charged(number, fen, receipt, "unknown");
        return doubt(number);
    }

    private long doubt(String number) {
        var facts = Map.of("kind", "payment", "case", number, "reason", "silent");
        return journal.intent(VISIT, Entry.of(Kinds.DOUBT, facts));
    }

    private void settled(long doubt, Settlement settlement) {
        journal.outcome(doubt, Entry.of(Kinds.DOUBT, Map.of(Settlement.FACT, settlement.word(), "result", "looked")));
    }

    private void back(String number, String kind, long fen, String result) {
        var asked = Map.of("case", number, "amount", String.valueOf(fen));
        long row = journal.intent(VISIT, Entry.of(kind, asked));
        journal.outcome(row, Entry.of(kind, Map.of("result", result)));
    }

    private List<Journal.Kept> rows(String kind) {
        return journal.rows(Instant.EPOCH, now).stream()
                .filter(row -> row.kind().equals(kind))
                .toList();
    }
}
