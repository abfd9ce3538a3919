package io.zizhu.central.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.day.Sources.File;
import io.zizhu.central.day.Sources.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each way of not agreeing is called; pure. */
class ReckoningTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final Instant FROM = DAY.atStartOfDay(DayBooks.ZONE).toInstant();
    private static final Instant TO = FROM.plus(Duration.ofDays(1));
    private static final Instant NOON = FROM.plus(Duration.ofHours(12));

    private final List<Fact> rows = new ArrayList<>();
    private final List<Fact> closes = new ArrayList<>();
    private final Map<String, File> files = new HashMap<>();
    private final Map<String, Order> orders = new HashMap<>();
    private Instant now = TO.plus(Duration.ofHours(1));
    private int seq;

    @Test
    void a_charge_told_to_the_office_and_counted_by_it_is_matched() {
        charged("C1", 2000, "7");
        file("C1", "TAKEN", 2000, "pad/7/8");
        closed("matched");
        assertEquals(List.of(Verdict.MATCHED, Verdict.MATCHED), verdicts());
        assertEquals("pad/7/8", lines().getFirst().receipt());
        assertEquals(2000, lines().getFirst().fen());
    }

    @Test
    void what_was_charged_and_is_not_where_it_belongs_has_a_name() {
        closed("matched");
        charged("told-nobody", 2000, "1");
        file("told-nobody", "PROVISIONAL", 2000, "");
        charged("withdrawn", 2000, "2");
        file("withdrawn", "WITHDRAWN", 2000, "pad/2/3");
        charged("no-case", 2000, "3");
        charged("other-fee", 2000, "4");
        file("other-fee", "TAKEN", 1000, "pad/4/5");
        charged("other-receipt", 2000, "5");
        file("other-receipt", "TAKEN", 2000, "pad/9/9");
        assertEquals(Verdict.NOT_CONFIRMED, verdict("told-nobody"));
        assertEquals(Verdict.KEPT_WITHDRAWN, verdict("withdrawn"));
        assertEquals(Verdict.NO_CASE, verdict("no-case"));
        assertEquals(Verdict.OTHER_AMOUNT, verdict("other-fee"));
        assertEquals(Verdict.OTHER_RECEIPT, verdict("other-receipt"));
    }

    @Test
    void given_back_is_fine_unless_the_case_still_counts_as_paid() {
        closed("matched");
        charged("back", 2000, "1");
        back("back", 2000, "done");
        file("back", "WITHDRAWN", 2000, "");
        charged("back-paid", 2000, "2");
        back("back-paid", 2000, "done");
        file("back-paid", "TAKEN", 2000, "pad/2/3");
        charged("back-tried", 2000, "3");
        back("back-tried", 2000, "in doubt");
        doubt("back-tried");
        charged("twice-back", 2000, "4");
        back("twice-back", 2000, "done");
        back("twice-back", 2000, "done");
        assertEquals(Verdict.GIVEN_BACK, verdict("back"));
        assertEquals(Verdict.BACK_CONFIRMED, verdict("back-paid"));
        assertEquals(Verdict.UNSURE, verdict("back-tried"));
        assertEquals(Verdict.TOO_MUCH_BACK, verdict("twice-back"));
    }

    @Test
    void a_cut_off_charge_is_in_doubt_until_a_person_decides_and_a_confirm_row_decides_by_itself() {
        closed("matched");
        row("charge", true, "", Map.of("case", "cut", "way", "card", "amount", "2000"));
        row("charge", true, "", Map.of("case", "told", "way", "card", "amount", "2000"));
        confirm("told", "7");
        file("told", "TAKEN", 2000, "pad/7/8");
        String charge = row("charge", true, "", Map.of("case", "looked", "way", "card", "amount", "2000"));
        row("charge", false, charge, Map.of("result", "unknown"));
        String doubt = doubt("looked");
        assertEquals(Verdict.UNSURE, verdict("cut"));
        assertEquals(Verdict.MATCHED, verdict("told"));
        assertEquals(Verdict.UNSURE, verdict("looked"));
        row("doubt", false, doubt, Map.of("result", "nothing was taken"));
        assertTrue(lines().stream().noneMatch(line -> line.ref().equals("looked")), "settled, and nobody has money");
    }

    @Test
    void a_charge_and_a_reversal_found_out_later_count_as_what_they_were() {
        closed("matched");
        String charge = row("charge", true, "", Map.of("case", "late", "way", "card", "amount", "2000"));
        String number = charge.substring(2);
        String doubt = doubt("late");
        String pending = row(
                "pending",
                true,
                "",
                Map.of("case", "late", "way", "card", "amount", "2000", "act", "charge", "of", number));
        row("charge", false, charge, Map.of("result", "unknown"));
        assertEquals(Verdict.UNSURE, verdict("late"));
        String reverse = row("reverse", true, "", Map.of("case", "late", "amount", "2000"));
        row("pending", false, pending, Map.of("result", "approved"));
        pending = row("pending", true, "", Map.of("case", "late", "amount", "2000", "act", "reverse"));
        row("reverse", false, reverse, Map.of("result", "in doubt"));
        row("pending", false, pending, Map.of("result", "done"));
        row("doubt", false, doubt, Map.of("result", "found out: the payment was given back"));
        file("late", "WITHDRAWN", 2000, "");
        assertEquals(Verdict.GIVEN_BACK, verdict("late"));
        assertEquals(0, line("late").fen());
    }

    @Test
    void what_was_declined_leaves_no_line_and_what_is_fresh_is_pending() {
        closed("matched");
        String charge = row("charge", true, "", Map.of("case", "no", "way", "card", "amount", "2000"));
        row("charge", false, charge, Map.of("result", "declined"));
        charged("fresh", 2000, "1");
        file("fresh", "PROVISIONAL", 2000, "");
        now = NOON.plus(Duration.ofMinutes(5));
        assertTrue(lines().stream().noneMatch(line -> line.ref().equals("no")));
        assertEquals(Verdict.PENDING, verdict("fresh"));
    }

    @Test
    void the_payment_offices_orders_are_held_against_charges_by_code() {
        String charge = row("charge", true, "", Map.of("case", "C1", "way", "code", "amount", "2000", "receipt", "o1"));
        row("charge", false, charge, Map.of("result", "approved", "receipt", "o1", "trace", "TR1"));
        row("confirm", true, "", Map.of("case", "C1", "terminal", "qr/t1", "receipt", "o1", "trace", "TR1"));
        file("C1", "TAKEN", 2000, "qr/t1/o1/TR1");
        assertEquals(Verdict.ORDER_DIFFERS, verdict("C1"), "the office knows no such order");
        order("o1", 2000, "PAID");
        assertEquals(Verdict.MATCHED, verdict("C1"));
        order("o1", 2000, "REFUNDED");
        assertEquals(Verdict.ORDER_DIFFERS, verdict("C1"));
        order("o2", 500, "PAID");
        order("o3", 500, "CLOSED");
        assertEquals(Verdict.ORDER_ALONE, verdict("o2"));
        assertTrue(lines().stream().noneMatch(line -> line.ref().equals("o3")));
    }

    @Test
    void a_paid_file_without_a_charge_and_a_pad_that_was_not_closed_are_seen() {
        file("alone", "TAKEN", 2000, "pad/7/8");
        file("unpaid", "PROVISIONAL", 2000, "");
        assertEquals(List.of(Verdict.NOT_CHARGED), verdicts());
        charged("C1", 2000, "1");
        file("C1", "TAKEN", 2000, "pad/1/2");
        assertEquals(Verdict.PAD_OPEN, verdict("card"));
        closed("differs");
        assertTrue(verdicts().contains(Verdict.PAD_DIFFERS));
        closes.clear();
        row(closes, "day-close", true, "", Map.of("way", "card"));
        assertTrue(verdicts().contains(Verdict.PAD_UNSURE), "an intent without outcome");
    }

    @Test
    void every_verdict_says_in_both_languages_what_it_means() {
        for (Verdict verdict : Verdict.values()) {
            assertTrue(!verdict.words().zh().isBlank() && !verdict.words().en().isBlank(), verdict.name());
        }
        assertTrue(Verdict.UNSURE.exception() && !Verdict.UNSURE.money());
    }

    private void charged(String caseNumber, long fen, String receipt) {
        String charge =
                row("charge", true, "", Map.of("case", caseNumber, "way", "card", "amount", "" + fen, "receipt", "0"));
        confirm(caseNumber, receipt);
        row("charge", false, charge, Map.of("result", "approved", "receipt", receipt));
    }

    private void confirm(String caseNumber, String receipt) {
        String trace = String.valueOf(Integer.parseInt(receipt) + 1);
        row("confirm", true, "", Map.of("case", caseNumber, "terminal", "pad", "receipt", receipt, "trace", trace));
    }

    private void back(String caseNumber, long fen, String result) {
        String intent = row("reverse", true, "", Map.of("case", caseNumber, "amount", "" + fen));
        row("reverse", false, intent, Map.of("result", result));
    }

    private String doubt(String caseNumber) {
        return row("doubt", true, "", Map.of("case", caseNumber, "kind", "payment", "reason", "the pad was silent"));
    }

    private void closed(String result) {
        String intent = row(closes, "day-close", true, "", Map.of("way", "card"));
        row(closes, "day-close", false, intent, Map.of("result", result, "padFen", "2000", "journalFen", "2000"));
    }

    private String row(String kind, boolean intent, String of, Map<String, String> open) {
        return row(rows, kind, intent, of, open);
    }

    private String row(List<Fact> into, String kind, boolean intent, String of, Map<String, String> open) {
        String key = "1/" + ++seq;
        into.add(new Fact(key, of, NOON, kind, intent, open));
        return key;
    }

    private void file(String number, String state, long fee, String receipt) {
        files.put(number, new File(number, state, fee, receipt, NOON));
    }

    private void order(String number, long fen, String state) {
        orders.put(number, new Order(number, fen, state, NOON));
    }

    private List<Line> lines() {
        return Reckoning.of(new Sources("t1", DAY, rows, files, orders, closes, FROM, TO), now);
    }

    private Verdict verdict(String ref) {
        return line(ref).verdict();
    }

    private Line line(String ref) {
        return lines().stream()
                .filter(line -> line.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ref + " has no line: " + lines()));
    }

    private List<Verdict> verdicts() {
        var all = new ArrayList<>(lines().stream().map(Line::verdict).toList());
        Collections.sort(all);
        return all;
    }
}
