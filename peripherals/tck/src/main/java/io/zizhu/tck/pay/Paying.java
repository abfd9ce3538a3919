package io.zizhu.tck.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.device.FindOut;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.keep.Act;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.profile.Ability;
import io.zizhu.tck.Await;
import io.zizhu.tck.DeviceKit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How a test pays, asks and waits; and what the far end must tell. */
abstract class Paying extends DeviceKit<PayPad> {
    static final Amount TWENTY_YUAN = Amount.fen(2000);

    /** A card or a code is awaited now. */
    protected abstract boolean waiting();

    /** Money in fen that the pad has taken and not given back. */
    protected abstract long taken();

    /** How many payments it ever approved. */
    protected abstract int approvals();

    /** True where a second till can reach the pad while it serves the first. */
    protected boolean oneTillAtATime() {
        return false;
    }

    @Override
    protected final Class<PayPad> contract() {
        return PayPad.class;
    }

    static Patience seconds(int seconds) {
        return Patience.of(Duration.ofSeconds(seconds));
    }

    /** A question that harms nobody when asked again: asked until the pad is there to answer it. */
    final <R> R ask(Act<PayPad, R> act) {
        return ask(keeper(), act);
    }

    final <R> R ask(Keeper<PayPad> keeper, Act<PayPad, R> act) {
        List<R> answer = new ArrayList<>();
        Await.fact("an answer", this::told, () -> {
            keeper.<Optional<R>>ask(seconds(5), pad -> Optional.of(act.on(pad)), _ -> Optional.empty())
                    .ifPresent(answer::add);
            return !answer.isEmpty();
        });
        return answer.getFirst();
    }

    /** Beside whatever act is under way: abilities are for any thread. */
    final boolean can(Ability ability) {
        Await.fact(
                "a device", this::told, () -> keeper().peek(PayPad::abilities).isPresent());
        return keeper().peek(PayPad::abilities).orElse(Set.of()).contains(ability);
    }

    /** The pad answers: what was wrong with it or its line is over. */
    final void awaitAnswering() {
        Await.fact("a well pulse", this::told, () -> ask(PayPad::pulse).status() == Status.ONLINE);
    }

    final Mark mark() {
        return ask(device -> device.mark(seconds(5)));
    }

    final Charge settle(Mark before, Amount amount) {
        return ask(device -> device.settle(before, amount, seconds(5)));
    }

    /** What the pad must find out, or, where it cannot be asked, that a person must look. */
    final void assertSettles(Class<? extends Charge> expected, Mark before) {
        Charge settled = settle(before, TWENTY_YUAN);
        if (can(Ability.SETTLE)) {
            assertInstanceOf(expected, settled);
        } else {
            assertEquals(
                    FindOut.LOOK,
                    assertInstanceOf(Charge.Unknown.class, settled).findOut());
        }
    }

    final Undo reverse(Receipt receipt) {
        return ask(device -> device.reverse(receipt, seconds(5)));
    }

    /** What was begun and not answered is unknown, what was not begun has failed: as every caller must read it. */
    final CompletableFuture<Charge> begin(Patience patience) {
        return begin(
                patience,
                device -> device.charge(TWENTY_YUAN, patience),
                missed -> missed.begun() ? new Charge.Unknown(missed.fault()) : new Charge.Failed(missed.fault()));
    }

    static <R> R end(CompletableFuture<R> act) {
        return act.orTimeout(30, TimeUnit.SECONDS).join();
    }

    final void awaitCard() {
        Await.fact("the pad waits for a card", this::told, this::waiting);
    }

    final void awaitAway() {
        Await.fact("away", this::told, () -> !keeper().state().online());
    }

    final void act(String act) throws Exception {
        far().act(act, Map.of());
    }

    final Charge charge(String act) throws Exception {
        CompletableFuture<Charge> charge = begin(seconds(30));
        awaitCard();
        act(act);
        return end(charge);
    }

    /** A payment that came and went whole, so that the pad has a receipt. */
    final Receipt paid() throws Exception {
        return assertInstanceOf(Charge.Approved.class, charge("tap")).receipt();
    }

    final Charge.Unknown lost(String then) throws Exception {
        far().act("lose", Map.of("then", then));
        return assertInstanceOf(Charge.Unknown.class, charge("tap"));
    }

    final DayEnd closeDay() {
        return ask(device -> device.endOfDay(seconds(5)));
    }

    final Undo refund(Receipt receipt, String act) throws Exception {
        Patience patience = seconds(10);
        CompletableFuture<Undo> refund = begin(
                patience,
                device -> device.refund(receipt, patience),
                missed -> missed.begun() ? new Undo.Unknown(missed.fault()) : new Undo.Failed(missed.fault()));
        if (can(Ability.CARD_FOR_REFUND)) {
            awaitCard();
            act(act);
        }
        return end(refund);
    }
}
