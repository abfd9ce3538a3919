package io.zizhu.tck.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.device.pay.Diagnosis;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Repeated;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.profile.Ability;
import io.zizhu.tck.Await;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What every driver of a pay pad must keep, money counted at the far end, for the driver's word alone proves nothing.
 * What not every pad can is asked of its {@link Ability abilities} first, as every caller must; what it cannot, it must
 * answer honestly.
 *
 * <p>The rig knows {@code tap decline cancel} (the person, while {@link #waiting()}), {@code silence spoil merge clear}
 * ({@code spoil}: what the pad says arrives damaged; {@code merge}: two messages arrive in one piece), and {@code lose
 * {then: keep|void|forget|wiped}}: the next approved payment's outcome is lost with the link, and the pad keeps the money
 * and says so, gives it back by itself, knows nothing of it and took nothing, or cannot say any more. A rig that does not
 * offer an act has its tests skipped.
 */
public abstract class PayPadKit extends Paying {
    private static final Pattern CARD_NUMBER = Pattern.compile("\\d{11,}");
    private static final Set<Fault.Kind> TURNED_AWAY = Set.of(Fault.Kind.BUSY, Fault.Kind.LOST);

    @Test
    void a_tap_takes_the_money_once_and_what_was_paid_can_be_told_from_what_was_not() throws Exception {
        awaitOnline();
        Mark before = mark();
        Receipt receipt = paid();
        assertEquals(TWENTY_YUAN, receipt.amount());
        assertFalse(CARD_NUMBER.matcher(receipt.card()).find(), "the card number is masked");
        assertEquals(2000, taken());
        assertSettles(Charge.Approved.class, before);
        assertSettles(Charge.Cancelled.class, mark());
        assertNotEquals(receipt.number(), paid().number());
        assertEquals(2, approvals());
    }

    @Test
    void a_declined_payment_takes_nothing_and_the_next_one_may_succeed() throws Exception {
        awaitOnline();
        Charge.Declined declined = assertInstanceOf(Charge.Declined.class, charge("decline"));
        assertFalse(declined.code().isBlank());
        assertEquals(0, taken());
        paid();
        assertEquals(2000, taken());
    }

    @Test
    void who_gives_up_at_the_pad_pays_nothing() throws Exception {
        awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, charge("cancel"));
        assertEquals(0, approvals());
    }

    @Test
    void a_caller_who_gives_up_aborts_at_the_pad_or_does_not_know() throws Exception {
        awaitOnline();
        boolean aborts = can(Ability.ABORT);
        Patience patience = seconds(60);
        CompletableFuture<Charge> charge = begin(patience);
        awaitCard();
        patience.cancel();
        endsWithoutPayment(end(charge), aborts);
        paid();
        assertEquals(2000, taken());
    }

    /**
     * The pad stops waiting by our word, or where it does not listen, by that of the person before it.
     *
     * @param aborts whether it listens, asked before: one that does not may hang up until the person has ended it
     */
    private void endsWithoutPayment(Charge charge, boolean aborts) throws Exception {
        if (aborts) {
            assertInstanceOf(Charge.Cancelled.class, charge);
            assertFalse(waiting());
        } else {
            assertInstanceOf(Charge.Unknown.class, charge);
            act("cancel");
            awaitAnswering();
        }
        assertEquals(0, approvals());
    }

    @Test
    void when_nobody_comes_the_charge_ends_before_patience_and_grace_are_over() throws Exception {
        awaitOnline();
        boolean aborts = can(Ability.ABORT);
        endsWithoutPayment(end(begin(seconds(1))), aborts);
        awaitAnswering();
        awaitOnline();
    }

    @Test
    void an_amount_in_a_currency_that_the_pad_does_not_take_is_never_begun() {
        awaitOnline();
        Amount francs = new Amount(2000, "CHF");
        assertInstanceOf(Charge.Failed.class, ask(device -> device.charge(francs, seconds(5))));
        assertFalse(waiting());
    }

    @Test
    void a_pad_that_falls_silent_leaves_an_unknown_charge_that_settles_as_not_charged() throws Exception {
        awaitOnline();
        Mark before = mark();
        CompletableFuture<Charge> charge = begin(seconds(1));
        awaitCard();
        act("silence");
        Fault fault = assertInstanceOf(Charge.Unknown.class, end(charge)).fault();
        assertEquals(Fault.Kind.SILENT, fault.kind());
        awaitAway();
        act("clear");
        awaitOnline();
        assertSettles(Charge.Cancelled.class, before);
        assertEquals(0, taken());
    }

    @Test
    void a_pad_that_hangs_does_not_hang_the_caller() throws Exception {
        awaitOnline();
        CompletableFuture<Charge> charge = begin(seconds(1));
        awaitCard();
        act("hang");
        assertInstanceOf(Charge.Unknown.class, end(charge));
        awaitAway();
        act("clear");
        awaitOnline();
        paid();
        assertEquals(2000, taken());
    }

    @Test
    void a_pad_that_is_unplugged_before_is_not_charged_and_comes_back() throws Exception {
        awaitOnline();
        act("unplug");
        awaitAway(); // before that, a command may leave towards a pad that is no more: rightly unknown
        assertInstanceOf(Charge.Failed.class, end(begin(seconds(3))));
        act("replug");
        awaitOnline();
        paid();
    }

    @Test
    void a_pad_that_is_unplugged_while_it_waits_leaves_an_unknown_charge_that_settles_as_not_charged()
            throws Exception {
        awaitOnline();
        paid();
        Mark before = mark();
        assertInstanceOf(Charge.Unknown.class, charge("unplug"));
        act("replug");
        awaitOnline();
        assertSettles(Charge.Cancelled.class, before);
        assertEquals(2000, taken());
    }

    @Test
    void a_payment_that_the_pad_keeps_after_a_lost_link_is_found_and_can_be_given_back_once() throws Exception {
        awaitOnline();
        assumeTrue(can(Ability.SETTLE) && can(Ability.REVERSE));
        Mark before = mark();
        lost("keep");
        awaitOnline();
        Receipt receipt = assertInstanceOf(Charge.Approved.class, settle(before, TWENTY_YUAN))
                .receipt();
        assertEquals(2000, taken());
        assertEquals(1, approvals());
        assertInstanceOf(Undo.Done.class, reverse(receipt));
        assertEquals(0, taken());
        assertInstanceOf(Undo.Done.class, reverse(receipt));
        assertEquals(0, taken());
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
    }

    @Test
    void a_lost_payment_can_be_asked_for_at_once() throws Exception {
        awaitOnline();
        Mark before = mark();
        lost("keep");
        assertSettles(Charge.Approved.class, before);
        Mark second = mark();
        lost("void");
        assertSettles(Charge.Cancelled.class, second);
        assertEquals(2000, taken());
    }

    @Test
    void a_payment_that_the_pad_gives_back_by_itself_settles_as_not_charged() throws Exception {
        awaitOnline();
        paid();
        Mark before = mark();
        lost("void");
        awaitOnline();
        assertSettles(Charge.Cancelled.class, before);
        assertEquals(2000, taken());
        assertEquals(2, approvals());
    }

    @Test
    void a_payment_that_the_pad_has_forgotten_settles_as_not_charged() throws Exception {
        awaitOnline();
        Mark before = mark();
        lost("forget");
        awaitOnline();
        assertSettles(Charge.Cancelled.class, before);
        assertEquals(0, taken());
    }

    @Test
    void a_pad_that_cannot_say_leaves_the_charge_unknown() throws Exception {
        awaitOnline();
        Mark before = mark();
        lost("wiped");
        awaitOnline();
        assertInstanceOf(Charge.Unknown.class, settle(before, TWENTY_YUAN));
    }

    @Test
    void a_newer_receipt_of_another_amount_or_pad_is_not_ours() throws Exception {
        awaitOnline();
        assumeTrue(can(Ability.SETTLE));
        Mark before = mark();
        Receipt receipt = paid();
        assertInstanceOf(Charge.Unknown.class, settle(before, Amount.fen(2001)));
        assertInstanceOf(Charge.Unknown.class, settle(new Mark("no-such-pad", "0000", "0"), TWENTY_YUAN));
        assertEquals(
                receipt,
                assertInstanceOf(Charge.Approved.class, settle(before, TWENTY_YUAN))
                        .receipt());
    }

    @Test
    void a_receipt_that_the_pad_does_not_know_is_not_given_back() throws Exception {
        awaitOnline();
        Receipt receipt = paid();
        Receipt other = new Receipt(receipt.terminal(), "9876", receipt.trace(), receipt.amount(), receipt.card());
        Undo undo = reverse(other);
        assertTrue(can(Ability.REVERSE) ? undo instanceof Undo.Refused : undo instanceof Undo.Failed, undo::toString);
        assertEquals(2000, taken());
    }

    @Test
    void a_slow_pad_is_waited_for_and_noise_on_the_line_is_never_an_approval() throws Exception {
        awaitOnline();
        far().act("slow", Map.of("millis", "20"));
        paid();
        act("clear");
        neverApproves("noise");
        assertEquals(4000, taken());
    }

    @Test
    void what_arrives_damaged_is_never_an_approval() throws Exception {
        assumeTrue(far().offers("spoil"));
        awaitOnline();
        neverApproves("spoil");
        assertEquals(2000, taken());
    }

    private void neverApproves(String trouble) throws Exception {
        act(trouble);
        Charge charge = end(begin(seconds(1)));
        assertFalse(charge instanceof Charge.Approved, charge::toString);
        act("clear");
        awaitAnswering();
        if (waiting()) {
            act("cancel"); // a pad that keeps the last word
        }
        awaitAnswering();
        paid();
    }

    @Test
    void messages_that_arrive_in_one_piece_are_told_apart() throws Exception {
        assumeTrue(far().offers("merge"));
        awaitOnline();
        act("merge");
        paid();
        assertEquals(2000, taken());
    }

    @Test
    void while_a_pad_waits_for_one_till_another_one_gets_nothing_and_disturbs_nothing() throws Exception {
        assumeTrue(oneTillAtATime());
        awaitOnline();
        CompletableFuture<Charge> first = begin(seconds(30));
        awaitCard();
        try (PayPad second = (PayPad) far().driver().open(far().binding())) {
            assertInstanceOf(Charge.Failed.class, second.charge(TWENTY_YUAN, seconds(3)));
        } catch (DeviceAway turnedAway) {
            assertTrue(TURNED_AWAY.contains(turnedAway.fault().kind()), turnedAway.fault()::toString);
        }
        act("tap");
        assertInstanceOf(Charge.Approved.class, end(first));
        assertEquals(1, approvals());
    }

    @Test
    void a_terminal_that_dies_after_the_tap_finds_the_payment_when_it_starts_again() throws Exception {
        awaitOnline();
        assumeTrue(can(Ability.SETTLE));
        Mark before = mark();
        far().act("lose", Map.of("then", "keep"));
        CompletableFuture<Charge> charge = begin(seconds(30));
        awaitCard();
        act("tap");
        Await.fact("the booking", this::told, () -> approvals() == 1); // a pad left sooner may never look at the card
        keeper().close();
        assertInstanceOf(Charge.Unknown.class, end(charge));
        try (Keeper<PayPad> next = new Keeper<>(
                PayPad.class, far().driver(), far().binding(), InstantSource.system(), this::hear, SWIFT)) {
            Charge settled = ask(next, device -> device.settle(before, TWENTY_YUAN, seconds(5)));
            assertInstanceOf(Charge.Approved.class, settled);
        }
        assertEquals(2000, taken());
    }

    @Test
    void a_day_closes_with_its_totals_and_the_next_one_begins_empty() throws Exception {
        awaitOnline();
        assumeTrue(can(Ability.END_OF_DAY));
        paid();
        paid();
        List<DayEnd.Total> totals =
                assertInstanceOf(DayEnd.Closed.class, closeDay()).totals();
        assertEquals(4000, totals.stream().mapToLong(DayEnd.Total::minor).sum());
        assertEquals(2, totals.stream().mapToInt(DayEnd.Total::count).sum());
        assertTrue(totals.stream().allMatch(total -> total.currency().equals("CNY")), totals::toString);
        assertEquals(
                List.of(), assertInstanceOf(DayEnd.Closed.class, closeDay()).totals());
    }

    @Test
    void after_the_day_was_closed_an_undo_is_a_refund() throws Exception {
        awaitOnline();
        assumeTrue(can(Ability.REFUND));
        Receipt receipt = paid();
        if (can(Ability.END_OF_DAY)) {
            assertInstanceOf(DayEnd.Closed.class, closeDay());
            assertFalse(reverse(receipt) instanceof Undo.Done);
        }
        if (can(Ability.CARD_FOR_REFUND)) {
            assertInstanceOf(Undo.Refused.class, refund(receipt, "cancel"));
            assertEquals(2000, taken());
        }
        assertInstanceOf(Undo.Done.class, refund(receipt, "tap"));
        assertEquals(0, taken());
        assertEquals(1, approvals());
    }

    @Test
    void a_diagnosis_moves_no_money() throws Exception {
        awaitOnline();
        assumeTrue(can(Ability.DIAGNOSE));
        paid();
        assertInstanceOf(Diagnosis.Well.class, ask(device -> device.diagnose(seconds(5))));
        assertEquals(2000, taken());
        assertEquals(1, approvals());
    }

    @Test
    void the_last_receipt_is_repeated_and_neither_it_nor_its_text_names_a_whole_card() throws Exception {
        awaitOnline();
        assumeTrue(can(Ability.REPEAT_RECEIPT));
        assertInstanceOf(Repeated.Nothing.class, ask(device -> device.repeatReceipt(seconds(5))));
        Receipt receipt = paid();
        Repeated.Again again = assertInstanceOf(Repeated.Again.class, ask(device -> device.repeatReceipt(seconds(5))));
        assertEquals(receipt, again.receipt());
        assertEquals(can(Ability.PRINT_LINES), !again.text().isEmpty());
        assertFalse(CARD_NUMBER.matcher(String.join("\n", again.text())).find());
        assertEquals(1, approvals());
    }

    @Test
    void text_of_a_receipt_is_there_after_the_charge_and_forgotten_with_the_visit() throws Exception {
        awaitOnline();
        assumeTrue(can(Ability.PRINT_LINES));
        paid();
        List<String> text = ask(PayPad::receiptText);
        assertTrue(text.stream().anyMatch(line -> line.contains("20.00")), text::toString);
        assertFalse(CARD_NUMBER.matcher(String.join("\n", text)).find());
        assertEquals(List.of(), ask(pad -> {
            pad.wipe();
            return pad.receiptText();
        }));
    }

    @Test
    void what_a_pad_cannot_do_it_says_and_leaves_undone() throws Exception {
        awaitOnline();
        Receipt receipt = paid();
        if (!can(Ability.REFUND)) {
            assertInstanceOf(Undo.Failed.class, ask(device -> device.refund(receipt, seconds(5))));
        }
        if (!can(Ability.END_OF_DAY)) {
            assertInstanceOf(DayEnd.Failed.class, closeDay());
        }
        if (!can(Ability.DIAGNOSE)) {
            assertInstanceOf(Diagnosis.Failed.class, ask(device -> device.diagnose(seconds(5))));
        }
        if (!can(Ability.REPEAT_RECEIPT)) {
            assertInstanceOf(Repeated.Failed.class, ask(device -> device.repeatReceipt(seconds(5))));
        }
        assertTrue(far().driver().profile().abilities().containsAll(ask(PayPad::abilities)));
        assertEquals(2000, taken());
    }
}
