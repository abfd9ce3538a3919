package io.zizhu.service.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.printer.Sheet;
import io.zizhu.service.flow.Effect;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.port.Way;
import io.zizhu.service.visit.FakeDevices.Pad;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a restart, or a device that is back, makes of what was left open; no counter, no thread. */
class RecoveryTest {
    private static final VisitId VISIT = new VisitId("v1");
    private static final Amount FEE = Amount.fen(2000);
    private static final Effect.Pay PAY = new Effect.Pay(Way.CARD, FEE, "C-1");
    private static final Fault LOST = new Fault(Fault.Kind.LOST, "test");
    private static final Fault NEVER = new Fault(Fault.Kind.REFUSED, "test");

    private final FakeJournal journal = new FakeJournal();
    private final FakeDevices devices = new FakeDevices();
    private final FakeCentre centre = new FakeCentre();
    private Room room = new Room(journal, devices, centre);

    private Charge charge() {
        return room.till().charge(VISIT, PAY, Patience.of(Duration.ofSeconds(1)));
    }

    /** The power fails before the row, and comes back. */
    private void cutAndRestart(String row, Runnable act) {
        journal.cutBefore(row::equals);
        try {
            act.run();
        } catch (Journal.Broken cut) {
            journal.revive();
        }
        room = new Room(journal, devices, centre);
        room.unfinished().finish();
    }

    @Test
    void a_payment_that_the_centre_refuses_is_in_doubt_told_once_and_never_paid() {
        centre.refusal = "notPayable";
        Charge.Unknown unknown = assertInstanceOf(Charge.Unknown.class, charge());
        assertEquals(FindOut.LOOK, unknown.findOut());
        assertEquals(1, journal.doubts().size());
        assertTrue(journal.doubts().getFirst().contains("the centre refuses the payment: notPayable"));
        assertTrue(journal.wrote(Kinds.CONFIRM, "refused"));
        room.unfinished().again();
        assertEquals(Set.of("C-1 payment"), centre.inquiries);
        assertTrue(journal.holdsOnlyDoubts(), "nothing is told for ever: " + journal.open());
        assertTrue(room.doubts().blockPaying());
    }

    static Stream<Arguments> answersThatAreNotOurs() {
        return Stream.of(
                Arguments.of(new Receipt("T1", "1", "9", Amount.fen(1), ""), "another amount"),
                Arguments.of(new Receipt("T1", "1", "9", new Amount(2000, "EUR"), ""), "another amount"),
                Arguments.of(new Receipt("T2", "1", "9", FEE, ""), "another terminal"),
                Arguments.of(new Receipt("T1", "0", "9", FEE, ""), "the receipt of the payment before"));
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNotOurs")
    void a_pad_that_answers_for_another_payment_is_not_believed(Receipt receipt, String why) {
        devices.firstReceipt = "0";
        devices.says = new Charge.Approved(receipt);
        Charge.Unknown unknown = assertInstanceOf(Charge.Unknown.class, charge());
        assertEquals(FindOut.LOOK, unknown.findOut());
        assertTrue(journal.doubts().getFirst().contains("the pad answers with " + why), journal.doubts()::toString);
        assertTrue(journal.wrote(Kinds.CHARGE, "unknown"));
        assertTrue(centre.paid.isEmpty());
        assertInstanceOf(Charge.Failed.class, charge(), "the pad is blocked");
    }

    @Test
    void an_order_answered_under_another_number_is_not_believed() {
        devices.firstReceipt = "o1";
        devices.says = new Charge.Approved(new Receipt("T1", "o2", "", FEE, ""));
        room.till().charge(VISIT, new Effect.Pay(Way.CODE, FEE, "C-1"), Patience.of(Duration.ofSeconds(1)));
        assertTrue(journal.doubts().getFirst().contains("another order, o2 instead of o1"));
    }

    @Test
    void a_pad_that_is_back_late_tells_and_the_doubt_is_resolved_with_the_money_back() {
        devices.pad = Pad.FORGETS;
        assertInstanceOf(Charge.Unknown.class, charge());
        room.unfinished().again();
        assertEquals(1, journal.doubts().size(), "still away");
        devices.pad = Pad.APPROVES;
        room = new Room(journal, devices, centre);
        room.unfinished().finish();
        assertEquals(0, journal.doubts().size());
        assertEquals(devices.charged(), devices.givenBack());
        assertEquals(Set.of("C-1"), centre.withdrawn);
        assertTrue(journal.open().isEmpty(), journal.open()::toString);
    }

    @Test
    void what_staff_have_decided_is_not_asked_again() {
        devices.pad = Pad.FORGETS;
        charge();
        journal.open().stream()
                .filter(open -> open.entry().kind().equals(Kinds.DOUBT))
                .forEach(doubt -> journal.outcome(
                        doubt.intent(), Entry.of(Kinds.DOUBT, Map.of("result", "the customer got it in cash"))));
        devices.pad = Pad.APPROVES;
        room.unfinished().again();
        assertEquals(0, devices.givenBack(), "it would be given back twice");
        assertTrue(journal.open().isEmpty(), journal.open()::toString);
    }

    @Test
    void after_the_day_was_closed_the_money_goes_back_as_a_refund_by_intent_and_outcome() {
        devices.reversalRefused = true;
        devices.refunded = new Undo.Done("77");
        cutAndRestart("intent confirm", this::charge);
        assertEquals(1, devices.refunds);
        assertTrue(journal.wrote(Kinds.REVERSE, "refused"));
        assertTrue(journal.wrote(Kinds.REFUND, "done"));
        assertEquals(Set.of("C-1"), centre.withdrawn);
        assertTrue(journal.open().isEmpty(), journal.open()::toString);
    }

    @Test
    void a_refund_that_is_not_known_is_a_doubt_and_never_asked_for_again() {
        devices.reversalRefused = true;
        devices.refunded = new Undo.Unknown(LOST);
        cutAndRestart("intent confirm", this::charge);
        cutAndRestart("never", () -> {});
        room.unfinished().again();
        assertEquals(1, devices.refunds);
        assertTrue(journal.doubts().getFirst().contains("reversal refused (B5), refund: Unknown"));
    }

    @Test
    void a_refund_that_a_crash_cut_off_is_a_doubt_for_a_card_and_repeated_for_an_order() {
        devices.reversalRefused = true;
        devices.refunded = new Undo.Done("77");
        cutAndRestart("intent confirm", this::charge);
        for (Way way : Way.values()) {
            journal.intent(
                    VISIT, Entry.of(Kinds.REFUND, Money.taken(way, "C-" + way, new Receipt("T1", "5", "", FEE, ""))));
        }
        devices.refunds = 0;
        cutAndRestart("never", () -> {});
        assertEquals(2, devices.refunds, "by code and by scan");
        assertEquals(1, journal.doubts().size());
        assertTrue(journal.doubts().getFirst().contains("it is not asked twice"));
    }

    static Stream<Arguments> sheets() {
        return Stream.of(
                Arguments.of(new Sheet.Out("7", 1), "out", 1, "came out as job 7"),
                Arguments.of(new Sheet.Refused(LOST), "refused", 0, "it was never printed"),
                Arguments.of(new Sheet.Jammed("7", LOST), "jammed", 1, "was spoiled"),
                Arguments.of(new Sheet.Unknown("", NEVER), "unknown", 0, "look whether the sheet lies in the tray"));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void a_sheet_that_a_crash_cut_off_is_followed_by_its_name_counted_and_told_to_staff(
            Sheet recalled, String result, int used, String told) {
        devices.recalled = recalled;
        journal.intent(VISIT, Entry.of(Kinds.ISSUE, Map.of("case", "C-1", "certificate", "WF1")));
        int before = journal.left("a4");
        room.unfinished().finish();
        assertEquals(used, before - journal.left("a4"));
        assertTrue(journal.wrote(Kinds.ISSUE, result));
        assertEquals(1, journal.doubts().size());
        assertTrue(journal.doubts().getFirst().contains(told), journal.doubts()::toString);
        assertEquals(Set.of("C-1 certificate"), centre.inquiries);
        assertEquals(java.util.List.of("zizhu-C-1"), devices.asked);
    }

    @Test
    void a_case_that_nobody_paid_and_a_certificate_that_nobody_printed_are_not_forgotten() {
        journal.intent(VISIT, Entry.of(Kinds.VISIT, Map.of("item", "x")));
        answered(Kinds.ACCEPT, Map.of("result", "accepted", "case", "C-1", "fee", "2000"));
        answered(Kinds.DECIDE, Map.of("result", "granted", "case", "C-2", "certificate", "WF2"));
        room.unfinished().finish();
        assertEquals(Set.of("C-1"), centre.withdrawn);
        assertTrue(journal.doubts().getFirst().contains("before certificate WF2 was printed"));
        assertTrue(journal.holdsOnlyDoubts(), journal.open()::toString);
    }

    @Test
    void a_question_whose_answer_was_not_heard_is_given_up_by_its_key() {
        journal.intent(VISIT, Entry.of(Kinds.ACCEPT, Map.of("key", "v1-renewal")));
        journal.intent(VISIT, Entry.of(Kinds.DECIDE, Map.of("key", "v1-record")));
        centre.away = true;
        room.unfinished().finish();
        assertTrue(centre.abandoned.isEmpty());
        centre.away = false;
        room.unfinished().again();
        assertEquals(Set.of("v1-renewal", "v1-record"), centre.abandoned);
        assertTrue(journal.open().isEmpty(), journal.open()::toString);
    }

    @Test
    void a_row_that_cannot_be_read_is_a_doubt_and_holds_up_no_other() {
        journal.intent(VISIT, Entry.of(Kinds.CHARGE, Map.of("case", "C-0", "amount", "much")));
        cutAndRestart("intent confirm", this::charge);
        assertTrue(journal.doubts().getFirst().contains("cannot be finished"), journal.doubts()::toString);
        assertEquals(1, devices.givenBack());
    }

    private void answered(String kind, Map<String, String> said) {
        journal.outcome(journal.intent(VISIT, Entry.of(kind, Map.of())), Entry.of(kind, said));
    }
}
