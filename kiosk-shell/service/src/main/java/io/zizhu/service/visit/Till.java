package io.zizhu.service.visit;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.flow.Effect;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.port.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes money, and finds out what became of a charge whose end was not heard. The order of rows decides everything:
 *
 * <pre>
 * charge intent (amount, pad's count before) ─▶ pad ─▶ confirm intent ─▶ charge outcome ─▶ centre told ─▶ confirm outcome
 * </pre>
 *
 * A charge intent without outcome and without confirm intent is <em>asked for</em> at the pad, never repeated: money
 * found there was taken for nothing and goes back; a count that did not move means nothing was taken; a pad that is away
 * leaves a doubt, and is asked again when it is back, as long as no person has decided; anything else is a doubt.
 */
final class Till {
    /** How many times the settling time is spent on a pad that comes back late. */
    private static final int SETTLE_TIMES = 2;

    private final Journal journal;
    private final Devices devices;
    private final Doubts doubts;
    private final Teller teller;
    private final Payback payback;
    private final Timing timing;

    Till(Journal journal, Devices devices, Doubts doubts, Teller teller, Payback payback, Timing timing) {
        this.journal = journal;
        this.devices = devices;
        this.doubts = doubts;
        this.teller = teller;
        this.payback = payback;
        this.timing = timing;
    }

    Charge charge(VisitId visit, Effect.Pay pay, Patience patience) {
        if (doubts.blockPaying()) {
            return new Charge.Failed(new Fault(Fault.Kind.BUSY, "an earlier payment is in doubt"));
        }
        Optional<Mark> before = devices.mark(pay.way(), Patience.of(timing.settle()));
        if (before.isEmpty()) {
            return new Charge.Failed(new Fault(Fault.Kind.LOST, "the pad did not say where its count stands"));
        }
        Mark mark = before.get();
        long intent = journal.intent(visit, Entry.of(Kinds.CHARGE, Money.asked(pay, mark)));
        Charge charge = devices.charge(pay.way(), pay.amount(), patience);
        if (mayStillBeTold(charge)) {
            charge = settle(pay.way(), mark, pay.amount());
        }
        charge = believed(pay.way(), mark, pay.amount(), charge);
        return switch (charge) {
            case Charge.Approved(var receipt) -> approved(visit, intent, pay, receipt);
            case Charge.Unknown unknown -> {
                inDoubt(row(intent), unknown, "the pad was asked to charge and its answer is not known: ");
                yield charge;
            }
            case Charge.Declined _, Charge.Cancelled _, Charge.Failed _ -> {
                journal.outcome(intent, Entry.of(Kinds.CHARGE, Money.said(charge)));
                yield charge;
            }
        };
    }

    private Charge approved(VisitId visit, long intent, Effect.Pay pay, Receipt receipt) {
        Map<String, String> taken = new HashMap<>(Money.taken(pay.way(), pay.caseNumber(), receipt));
        taken.put("charge", String.valueOf(intent));
        long confirm = journal.intent(visit, Entry.of(Kinds.CONFIRM, taken));
        Charge approved = new Charge.Approved(receipt);
        journal.outcome(intent, Entry.of(Kinds.CHARGE, Money.said(approved)));
        return teller.tell(confirm) instanceof Centre.Told.Refused(var reason)
                ? new Charge.Unknown(
                        new Fault(Fault.Kind.REFUSED, "the centre refuses the payment: " + reason), FindOut.LOOK)
                : approved;
    }

    /** A pad that cannot be asked has said so; only a person can find out. */
    private static boolean mayStillBeTold(Charge charge) {
        return charge instanceof Charge.Unknown unknown && unknown.findOut() == FindOut.SETTLE;
    }

    /** What says of itself to be another payment than the one that was asked for is nobody's; a person compares. */
    private static Charge believed(Way way, Mark before, Amount amount, Charge charge) {
        if (!(charge instanceof Charge.Approved(var receipt))) {
            return charge;
        }
        boolean counted = !before.receipt().isEmpty();
        boolean same = receipt.number().equals(before.receipt());
        String wrong = "";
        if (!receipt.amount().equals(amount)) {
            wrong = "another amount, receipt " + receipt.number();
        } else if (!before.terminal().isEmpty() && !receipt.terminal().equals(before.terminal())) {
            wrong = "another terminal, " + receipt.terminal() + " instead of " + before.terminal();
        } else if (counted && way == Way.CARD && same) {
            wrong = "the receipt of the payment before, " + receipt.number();
        } else if (counted && way != Way.CARD && !same) {
            wrong = "another order, " + receipt.number() + " instead of " + before.receipt();
        }
        return wrong.isEmpty()
                ? charge
                : new Charge.Unknown(new Fault(Fault.Kind.GARBLED, "the pad answers with " + wrong), FindOut.LOOK);
    }

    /** Asks until the pad can say, or it has been away for too long: a plug put back within twenty seconds is no doubt. */
    private Charge settle(Way way, Mark mark, Amount amount) {
        Patience patience = Patience.of(timing.settle().multipliedBy(SETTLE_TIMES));
        Charge charge = devices.settle(way, mark, amount, patience.atMost(timing.settle()));
        while (mayStillBeTold(charge) && !patience.over()) {
            timing.pause(patience);
            if (!patience.over()) {
                charge = devices.settle(way, mark, amount, patience.atMost(timing.settle()));
            }
        }
        return charge;
    }

    /** A charge that a crash cut off: found, put right, and never silent. */
    void finish(Journal.Open open) {
        Map<String, String> fields = open.entry().open();
        if (confirming(open)) {
            close(open, Map.of("result", "approved", "found", "after restart"));
        } else if (pending(open)) {
            close(open, Map.of("result", "unknown", "found", "after restart"));
        } else {
            conclude(open, settle(Money.way(fields), Money.mark(fields), Money.amount(fields)));
        }
    }

    /** A charge that is in doubt because its pad was away: one more question. */
    void again(Journal.Open open) {
        Map<String, String> fields = open.entry().open();
        conclude(
                open,
                devices.settle(
                        Money.way(fields), Money.mark(fields), Money.amount(fields), Patience.of(timing.settle())));
    }

    private void conclude(Journal.Open open, Charge found) {
        Map<String, String> fields = open.entry().open();
        String caseNumber = Money.caseNumber(fields);
        switch (believed(Money.way(fields), Money.mark(fields), Money.amount(fields), found)) {
            case Charge.Approved(var receipt) -> payback.begin(open, receipt);
            case Charge.Cancelled() -> notTaken(open, caseNumber, Map.of("result", "cancelled"));
            case Charge.Declined(var code) -> notTaken(open, caseNumber, Map.of("result", "declined", "code", code));
            case Charge.Failed(var fault) -> inDoubt(open, new Charge.Unknown(fault), "the terminal stopped: ");
            case Charge.Unknown unknown -> inDoubt(open, unknown, "the terminal stopped while charging: ");
        }
    }

    private void notTaken(Journal.Open open, String caseNumber, Map<String, String> said) {
        teller.withdraw(open.visit(), caseNumber, "the payment was broken off and nothing was charged", false);
        Map<String, String> facts = new HashMap<>(said);
        facts.put("found", "afterwards");
        close(open, facts);
        doubts.resolved(Doubts.PAYMENT, caseNumber, "nothing was charged");
    }

    private void inDoubt(Journal.Open open, Charge.Unknown unknown, String when) {
        boolean again = mayStillBeTold(unknown);
        String fate = again ? "; the pad is asked again when it answers" : "";
        doubts.open(open.visit(), Doubts.PAYMENT, Money.caseNumber(open.entry().open()), when + unknown.fault() + fate);
        if (!again) {
            close(open, Money.said(unknown));
        } else if (!open.entry().kind().equals(Kinds.PENDING)) {
            Map<String, String> fields = new HashMap<>(open.entry().open());
            fields.put("act", Kinds.CHARGE);
            fields.put("of", String.valueOf(open.intent()));
            journal.intent(open.visit(), Entry.of(Kinds.PENDING, fields));
            close(open, Money.said(unknown));
        }
    }

    private Journal.Open row(long intent) {
        return journal.open().stream()
                .filter(open -> open.intent() == intent)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("row " + intent + " was closed by somebody else"));
    }

    private boolean confirming(Journal.Open charge) {
        return refersTo(charge, Kinds.CONFIRM, "charge");
    }

    private boolean pending(Journal.Open charge) {
        return refersTo(charge, Kinds.PENDING, "of");
    }

    private boolean refersTo(Journal.Open charge, String kind, String by) {
        String number = String.valueOf(charge.intent());
        return journal.open().stream()
                .map(Journal.Open::entry)
                .anyMatch(entry ->
                        entry.kind().equals(kind) && number.equals(entry.open().get(by)));
    }

    private void close(Journal.Open open, Map<String, String> facts) {
        journal.outcome(open.intent(), Entry.of(open.entry().kind(), facts));
    }
}
