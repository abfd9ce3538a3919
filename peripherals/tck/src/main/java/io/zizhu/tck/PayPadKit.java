package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.keep.Act;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every driver of a pay pad must keep, money counted at the far end, for the driver's word alone proves nothing.
 * The rig knows {@code tap decline cancel silence clear}, and {@code lose {then: keep|void|forget|wiped}}: the next
 * approved payment's outcome is lost with the link, and the pad keeps the money and says so, gives it back by itself,
 * knows nothing of it and took nothing, or cannot say any more.
 */
public abstract class PayPadKit extends DeviceKit<PayPad> {
    private static final Amount TWENTY_YUAN = Amount.fen(2000);

    /** A card is awaited now. */
    protected abstract boolean waiting();

    /** Money in fen that the pad has taken and not given back. */
    protected abstract long taken();

    /** How many payments it ever approved. */
    protected abstract int approvals();

    @Override
    protected final Class<PayPad> contract() {
        return PayPad.class;
    }

    private static Patience seconds(int seconds) {
        return Patience.of(Duration.ofSeconds(seconds));
    }

    /** A question that harms nobody when asked again: asked until the pad is there to answer it. */
    private <R> R ask(Act<PayPad, R> act) {
        return ask(keeper(), act);
    }

    private <R> R ask(Keeper<PayPad> keeper, Act<PayPad, R> act) {
        List<R> answer = new ArrayList<>();
        Await.fact("an answer", this::told, () -> {
            keeper.<Optional<R>>ask(seconds(5), pad -> Optional.of(act.on(pad)), _ -> Optional.empty())
                    .ifPresent(answer::add);
            return !answer.isEmpty();
        });
        return answer.getFirst();
    }

    private Mark mark() {
        return ask(device -> device.mark(seconds(5)));
    }

    private Charge settle(Mark before, Amount amount) {
        return ask(device -> device.settle(before, amount, seconds(5)));
    }

    private Undo reverse(Receipt receipt) {
        return ask(device -> device.reverse(receipt, seconds(5)));
    }

    /** What was begun and not answered is unknown, what was not begun has failed: as every caller must read it. */
    private CompletableFuture<Charge> begin(Patience patience) {
        return begin(
                patience,
                device -> device.charge(TWENTY_YUAN, patience),
                missed -> missed.begun() ? new Charge.Unknown(missed.fault()) : new Charge.Failed(missed.fault()));
    }

    private static Charge end(CompletableFuture<Charge> charge) {
        return charge.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private void awaitCard() {
        Await.fact("the pad waits for a card", this::told, this::waiting);
    }

    private void awaitAway() {
        Await.fact("away", this::told, () -> !keeper().state().online());
    }

    private void act(String act) throws Exception {
        far().act(act, Map.of());
    }

    private Charge charge(String act) throws Exception {
        CompletableFuture<Charge> charge = begin(seconds(30));
        awaitCard();
        act(act);
        return end(charge);
    }

    /** A payment that came and went whole, so that the pad has a receipt. */
    private Receipt paid() throws Exception {
        return assertInstanceOf(Charge.Approved.class, charge("tap")).receipt();
    }

    private Charge.Unknown lost(String then) throws Exception {
        far().act("lose", Map.of("then", then));
        return assertInstanceOf(Charge.Unknown.class, charge("tap"));
    }

    @Test
    void a_tap_takes_the_money_once_and_the_mark_moves_to_its_receipt() throws Exception {
        awaitOnline();
        assertEquals("", mark().receipt());
        Receipt receipt = paid();
        assertEquals(TWENTY_YUAN, receipt.amount());
        assertTrue(receipt.card().contains("*"), "the card number is masked");
        assertEquals(2000, taken());
        Mark after = mark();
        assertEquals(receipt.number(), after.receipt());
        assertEquals(receipt.terminal(), after.terminal());
        assertEquals(receipt.trace(), after.trace());
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
    void a_caller_who_gives_up_aborts_at_the_pad() throws Exception {
        awaitOnline();
        Patience patience = seconds(60);
        CompletableFuture<Charge> charge = begin(patience);
        awaitCard();
        patience.cancel();
        assertInstanceOf(Charge.Cancelled.class, end(charge));
        assertFalse(waiting());
        assertEquals(0, approvals());
        paid();
    }

    @Test
    void when_nobody_comes_the_pad_is_aborted_before_patience_and_grace_are_over() throws Exception {
        awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, end(begin(seconds(2))));
        assertFalse(waiting());
        assertTrue(keeper().state().online());
    }

    @Test
    void a_pad_that_falls_silent_leaves_an_unknown_charge_that_settles_as_not_charged() throws Exception {
        awaitOnline();
        Mark before = mark();
        CompletableFuture<Charge> charge = begin(seconds(3));
        awaitCard();
        act("silence");
        Fault fault = assertInstanceOf(Charge.Unknown.class, end(charge)).fault();
        assertEquals(Fault.Kind.SILENT, fault.kind());
        awaitAway();
        act("clear");
        awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
        assertEquals(0, taken());
    }

    @Test
    void a_pad_that_hangs_does_not_hang_the_caller() throws Exception {
        awaitOnline();
        CompletableFuture<Charge> charge = begin(seconds(3));
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
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
        assertEquals(2000, taken());
    }

    @Test
    void a_payment_that_the_pad_keeps_after_a_lost_link_is_found_and_can_be_given_back_once() throws Exception {
        awaitOnline();
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
        assertInstanceOf(Charge.Approved.class, settle(before, TWENTY_YUAN));
        Mark second = mark();
        lost("void");
        assertInstanceOf(Charge.Cancelled.class, settle(second, TWENTY_YUAN));
        assertEquals(2000, taken());
    }

    @Test
    void a_payment_that_the_pad_gives_back_by_itself_settles_as_not_charged() throws Exception {
        awaitOnline();
        paid();
        Mark before = mark();
        lost("void");
        awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
        assertEquals(2000, taken());
        assertEquals(2, approvals());
    }

    @Test
    void a_payment_that_the_pad_has_forgotten_settles_as_not_charged() throws Exception {
        awaitOnline();
        Mark before = mark();
        lost("forget");
        awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
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
        Mark before = mark();
        Receipt receipt = paid();
        assertInstanceOf(Charge.Unknown.class, settle(before, Amount.fen(2001)));
        assertInstanceOf(Charge.Unknown.class, settle(new Mark("no-such-pad", "0000", "0"), TWENTY_YUAN));
        assertInstanceOf(Charge.Cancelled.class, settle(mark(), TWENTY_YUAN));
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
        assertInstanceOf(Undo.Refused.class, reverse(other));
        assertEquals(2000, taken());
    }

    @Test
    void a_slow_pad_is_waited_for_and_noise_on_the_line_is_never_an_approval() throws Exception {
        awaitOnline();
        act("slow");
        paid();
        act("clear");
        act("noise");
        Charge charge = end(begin(seconds(3)));
        assertTrue(charge instanceof Charge.Unknown || charge instanceof Charge.Failed, charge::toString);
        awaitAway();
        act("clear");
        awaitOnline();
        paid();
        assertEquals(4000, taken());
    }

    @Test
    void a_terminal_that_dies_after_the_tap_finds_the_payment_when_it_starts_again() throws Exception {
        awaitOnline();
        Mark before = mark();
        far().act("lose", Map.of("then", "keep"));
        CompletableFuture<Charge> charge = begin(seconds(30));
        awaitCard();
        act("tap");
        keeper().close();
        assertInstanceOf(Charge.Unknown.class, end(charge));
        Await.fact("the booking", this::told, () -> approvals() == 1);
        try (Keeper<PayPad> next = new Keeper<>(
                PayPad.class, far().driver(), far().binding(), InstantSource.system(), this::hear, SWIFT)) {
            Charge settled = ask(next, device -> device.settle(before, TWENTY_YUAN, seconds(5)));
            assertInstanceOf(Charge.Approved.class, settled);
        }
        assertEquals(2000, taken());
    }
}
