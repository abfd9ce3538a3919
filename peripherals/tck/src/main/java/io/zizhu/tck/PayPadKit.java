package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every driver of a pay pad keeps, money counted at the far end. Each scenario runs the driver inside a keeper
 * against a fresh pretend pad that a subclass plugs in and plays.
 */
public abstract class PayPadKit {
    /** What the pad does with an approved payment whose outcome it could not tell. */
    public enum After {
        /** The money stays taken and the pad says so when asked. */
        KEEP,
        /** The pad gives it back by itself. */
        VOID,
        /** The pad knows nothing of it and nothing was taken. */
        FORGET,
        /** The pad cannot say any more. */
        WIPED
    }

    private static final Amount TWENTY_YUAN = Amount.fen(2000);

    private Trial<PayPad> pad;

    /** A fresh pad that never took a payment. */
    protected abstract void plugIn();

    protected abstract void takeAway();

    protected abstract Driver driver();

    protected abstract Binding binding();

    /** A card is awaited now. */
    protected abstract boolean waiting();

    /** One word of {@code tap decline cancel unplug replug silence hang noise slow clear}. */
    protected abstract void act(String act);

    /** The next approved payment's outcome is lost with the link. */
    protected abstract void loseNext(After then);

    /** Money in fen that the pad has taken and not given back. */
    protected abstract long taken();

    /** How many payments it ever approved. */
    protected abstract int approvals();

    @BeforeEach
    void open_a_fresh_pad() {
        plugIn();
        pad = new Trial<>(PayPad.class, driver(), binding());
        pad.awaitOnline();
    }

    @AfterEach
    void put_it_away() {
        pad.close();
        takeAway();
    }

    private static Patience seconds(int seconds) {
        return Patience.of(Duration.ofSeconds(seconds));
    }

    private Mark mark() {
        return pad.ask(device -> device.mark(seconds(5)), seconds(5));
    }

    private Charge settle(Mark before, Amount amount) {
        return pad.ask(device -> device.settle(before, amount, seconds(5)), seconds(5));
    }

    private Trial.Pending<Charge> begin(Patience patience) {
        return pad.begin(
                device -> device.charge(TWENTY_YUAN, patience),
                patience,
                missed -> missed.begun() ? new Charge.Unknown(missed.fault()) : new Charge.Failed(missed.fault()));
    }

    private Charge charge(String act) throws Exception {
        Trial.Pending<Charge> charge = begin(seconds(30));
        Trial.await("the pad to wait for a card", this::waiting);
        act(act);
        return charge.end();
    }

    /** A payment that came and went whole, so that the pad has a receipt. */
    private Receipt paid() throws Exception {
        return assertInstanceOf(Charge.Approved.class, charge("tap")).receipt();
    }

    private Charge.Unknown lost(After then) throws Exception {
        loseNext(then);
        return assertInstanceOf(Charge.Unknown.class, charge("tap"));
    }

    @Test
    void a_tap_takes_the_money_once_and_the_mark_moves_to_its_receipt() throws Exception {
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
        Charge.Declined declined = assertInstanceOf(Charge.Declined.class, charge("decline"));
        assertFalse(declined.code().isBlank());
        assertEquals(0, taken());
        paid();
        assertEquals(2000, taken());
    }

    @Test
    void who_gives_up_at_the_pad_pays_nothing() throws Exception {
        assertInstanceOf(Charge.Cancelled.class, charge("cancel"));
        assertEquals(0, approvals());
    }

    @Test
    void a_caller_who_gives_up_aborts_at_the_pad() throws Exception {
        Patience patience = seconds(60);
        Trial.Pending<Charge> charge = begin(patience);
        Trial.await("the pad to wait for a card", this::waiting);
        patience.cancel();
        assertInstanceOf(Charge.Cancelled.class, charge.end());
        assertFalse(waiting());
        assertEquals(0, approvals());
        paid();
    }

    @Test
    void when_nobody_comes_the_pad_is_aborted_before_patience_and_grace_are_over() throws Exception {
        assertInstanceOf(Charge.Cancelled.class, begin(seconds(2)).end());
        assertFalse(waiting());
        assertTrue(pad.state().online());
    }

    @Test
    void a_pad_that_falls_silent_leaves_an_unknown_charge_that_settles_as_not_charged() throws Exception {
        Mark before = mark();
        Trial.Pending<Charge> charge = begin(seconds(3));
        Trial.await("the pad to wait for a card", this::waiting);
        act("silence");
        Fault fault = assertInstanceOf(Charge.Unknown.class, charge.end()).fault();
        assertEquals(Fault.Kind.SILENT, fault.kind());
        pad.awaitAway();
        act("clear");
        pad.awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
        assertEquals(0, taken());
    }

    @Test
    void a_pad_that_hangs_does_not_hang_the_caller() throws Exception {
        Trial.Pending<Charge> charge = begin(seconds(3));
        Trial.await("the pad to wait for a card", this::waiting);
        act("hang");
        assertInstanceOf(Charge.Unknown.class, charge.end());
        act("clear");
        pad.awaitOnline();
        paid();
        assertEquals(2000, taken());
    }

    @Test
    void a_pad_that_is_unplugged_before_is_not_charged_and_comes_back() throws Exception {
        act("unplug");
        assertInstanceOf(Charge.Failed.class, begin(seconds(3)).end());
        pad.awaitAway();
        act("replug");
        pad.awaitOnline();
        paid();
    }

    @Test
    void a_pad_that_is_unplugged_while_it_waits_leaves_an_unknown_charge_that_settles_as_not_charged()
            throws Exception {
        paid();
        Mark before = mark();
        assertInstanceOf(Charge.Unknown.class, charge("unplug"));
        act("replug");
        pad.awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
        assertEquals(2000, taken());
    }

    @Test
    void a_payment_that_the_pad_keeps_after_a_lost_link_is_found_and_can_be_given_back_once() throws Exception {
        Mark before = mark();
        lost(After.KEEP);
        pad.awaitOnline();
        Receipt receipt = assertInstanceOf(Charge.Approved.class, settle(before, TWENTY_YUAN))
                .receipt();
        assertEquals(2000, taken());
        assertEquals(1, approvals());
        assertInstanceOf(Undo.Done.class, pad.ask(device -> device.reverse(receipt, seconds(5)), seconds(5)));
        assertEquals(0, taken());
        assertInstanceOf(Undo.Done.class, pad.ask(device -> device.reverse(receipt, seconds(5)), seconds(5)));
        assertEquals(0, taken());
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
    }

    @Test
    void a_payment_that_the_pad_gives_back_by_itself_settles_as_not_charged() throws Exception {
        paid();
        Mark before = mark();
        lost(After.VOID);
        pad.awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
        assertEquals(2000, taken());
        assertEquals(2, approvals());
    }

    @Test
    void a_payment_that_the_pad_has_forgotten_settles_as_not_charged() throws Exception {
        Mark before = mark();
        lost(After.FORGET);
        pad.awaitOnline();
        assertInstanceOf(Charge.Cancelled.class, settle(before, TWENTY_YUAN));
        assertEquals(0, taken());
    }

    @Test
    void a_pad_that_cannot_say_leaves_the_charge_unknown() throws Exception {
        Mark before = mark();
        lost(After.WIPED);
        pad.awaitOnline();
        assertInstanceOf(Charge.Unknown.class, settle(before, TWENTY_YUAN));
    }

    @Test
    void a_newer_receipt_of_another_amount_or_pad_is_not_ours() throws Exception {
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
        Receipt receipt = paid();
        Receipt other = new Receipt(receipt.terminal(), "9876", receipt.trace(), receipt.amount(), receipt.card());
        assertInstanceOf(Undo.Refused.class, pad.ask(device -> device.reverse(other, seconds(5)), seconds(5)));
        assertEquals(2000, taken());
    }

    @Test
    void a_slow_pad_is_waited_for_and_noise_on_the_line_is_never_an_approval() throws Exception {
        act("slow");
        paid();
        act("clear");
        act("noise");
        Charge charge = begin(seconds(3)).end();
        assertTrue(charge instanceof Charge.Unknown || charge instanceof Charge.Failed, charge::toString);
        act("clear");
        pad.awaitOnline();
        paid();
        assertEquals(4000, taken());
    }

    @Test
    void a_terminal_that_dies_after_the_tap_finds_the_payment_when_it_starts_again() throws Exception {
        Mark before = mark();
        loseNext(After.KEEP);
        begin(seconds(30));
        Trial.await("the pad to wait for a card", this::waiting);
        act("tap");
        pad.close();
        Trial.await("the booking", () -> approvals() == 1);
        pad = new Trial<>(PayPad.class, driver(), binding());
        pad.awaitOnline();
        assertInstanceOf(Charge.Approved.class, settle(before, TWENTY_YUAN));
        assertEquals(2000, taken());
    }
}
