package io.zizhu.service.visit;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.service.flow.Effect;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.port.Way;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes money, and finishes what a crash left open. The order of rows decides everything:
 *
 * <pre>
 * charge intent (amount, pad's count before) ─▶ pad ─▶ confirm intent ─▶ charge outcome ─▶ centre told ─▶ confirm outcome
 * </pre>
 *
 * A charge intent without outcome and without confirm intent is <em>asked for</em> at the pad: money found there was
 * taken for nothing and goes back; a count that did not move means nothing was taken; anything else is a doubt for a
 * person. A confirm or withdraw intent without outcome is told again.
 */
final class Till {
    /** How many times the settling time is spent on a pad that comes back late. */
    private static final int SETTLE_TIMES = 2;

    private final Journal journal;
    private final Devices devices;
    private final Centre centre;
    private final Timing timing;

    Till(Journal journal, Devices devices, Centre centre, Timing timing) {
        this.journal = journal;
        this.devices = devices;
        this.centre = centre;
        this.timing = timing;
    }

    Charge charge(VisitId visit, Effect.Pay pay, Patience patience) {
        Optional<Mark> before = devices.mark(pay.way(), Patience.of(timing.settle()));
        if (before.isEmpty()) {
            return new Charge.Failed(new Fault(Fault.Kind.LOST, "the pad did not say where its count stands"));
        }
        Mark mark = before.get();
        long intent = journal.intent(
                visit,
                Entry.of(
                        Kinds.CHARGE,
                        Map.of(
                                "way", pay.way().word(),
                                "case", pay.caseNumber(),
                                "amount", String.valueOf(pay.amount().minor()),
                                "currency", pay.amount().currency(),
                                "terminal", mark.terminal(),
                                "receipt", mark.receipt(),
                                "trace", mark.trace())));
        Charge charge = devices.charge(pay.way(), pay.amount(), patience);
        if (mayStillBeTold(charge)) {
            charge = settle(pay.way(), mark, pay.amount());
        }
        if (charge instanceof Charge.Approved(var receipt)) {
            long confirm = journal.intent(visit, Entry.of(Kinds.CONFIRM, fields(pay.way(), pay.caseNumber(), receipt)));
            journal.outcome(intent, Entry.of(Kinds.CHARGE, said(charge)));
            confirm(confirm, pay.caseNumber(), receipt);
        } else {
            journal.outcome(intent, Entry.of(Kinds.CHARGE, said(charge)));
        }
        return charge;
    }

    /** A pad that cannot be asked has said so; only a person can find out. */
    private static boolean mayStillBeTold(Charge charge) {
        return charge instanceof Charge.Unknown unknown && unknown.findOut() == FindOut.SETTLE;
    }

    /** Asks until the pad can say, or it has been away for too long: a plug put back within twenty seconds is no doubt. */
    private Charge settle(Way way, Mark mark, Amount amount) {
        Patience patience = Patience.of(timing.settle().multipliedBy(SETTLE_TIMES));
        Charge charge = devices.settle(way, mark, amount, patience.atMost(timing.settle()));
        while (mayStillBeTold(charge) && !patience.over()) {
            LockSupport.parkNanos(
                    patience.atMost(timing.settle().dividedBy(10)).left().toNanos());
            if (!patience.over()) {
                charge = devices.settle(way, mark, amount, patience.atMost(timing.settle()));
            }
        }
        return charge;
    }

    private static Map<String, String> said(Charge charge) {
        return switch (charge) {
            case Charge.Approved(var receipt) ->
                Map.of("result", "approved", "receipt", receipt.number(), "trace", receipt.trace());
            case Charge.Declined(var code) -> Map.of("result", "declined", "code", code);
            case Charge.Cancelled() -> Map.of("result", "cancelled");
            case Charge.Failed(var fault) -> Map.of("result", "failed", "fault", fault.toString());
            case Charge.Unknown unknown ->
                Map.of("result", "unknown", "fault", unknown.fault().toString());
        };
    }

    private void confirm(long row, String caseNumber, Receipt receipt) {
        if (centre.paid(caseNumber, receipt)) {
            journal.outcome(row, Entry.of(Kinds.CONFIRM, Map.of("result", "told")));
        }
    }

    void withdraw(VisitId visit, String caseNumber, String reason) {
        long row = journal.intent(visit, Entry.of(Kinds.WITHDRAW, Map.of("case", caseNumber, "reason", reason)));
        if (centre.withdrawn(caseNumber, reason)) {
            journal.outcome(row, Entry.of(Kinds.WITHDRAW, Map.of("result", "told")));
        }
    }

    void doubt(VisitId visit, String kind, String caseNumber, String reason) {
        journal.intent(visit, Entry.of(Kinds.DOUBT, Map.of("kind", kind, "case", caseNumber, "reason", reason)));
    }

    /** A payment in doubt blocks the pad: a later charge would hide what became of this one. */
    boolean blocked() {
        return journal.open().stream()
                .map(Journal.Open::entry)
                .anyMatch(entry -> entry.kind().equals(Kinds.DOUBT)
                        && "payment".equals(entry.open().get("kind")));
    }

    /** Tells the centre what it has not heard yet. Called when idle; cheap where nothing is open. */
    void tell() {
        for (Journal.Open open : journal.open()) {
            Map<String, String> fields = open.entry().open();
            String caseNumber = fields.getOrDefault("case", "");
            boolean told =
                    switch (open.entry().kind()) {
                        case Kinds.CONFIRM -> centre.paid(caseNumber, receipt(fields));
                        case Kinds.WITHDRAW -> centre.withdrawn(caseNumber, fields.getOrDefault("reason", ""));
                        default -> false;
                    };
            if (told) {
                journal.outcome(open.intent(), Entry.of(open.entry().kind(), Map.of("result", "told")));
            }
        }
    }

    /** A charge that a crash cut off: found, put right, and never silent. */
    void finish(Journal.Open open) {
        Map<String, String> fields = open.entry().open();
        String caseNumber = fields.getOrDefault("case", "");
        boolean confirming = journal.open().stream()
                .map(Journal.Open::entry)
                .anyMatch(entry -> entry.kind().equals(Kinds.CONFIRM)
                        && caseNumber.equals(entry.open().get("case")));
        if (confirming) {
            journal.outcome(
                    open.intent(), Entry.of(Kinds.CHARGE, Map.of("result", "approved", "found", "after restart")));
            return;
        }
        Amount amount =
                new Amount(Long.parseLong(fields.getOrDefault("amount", "0")), fields.getOrDefault("currency", "CNY"));
        Mark mark = new Mark(
                fields.getOrDefault("terminal", ""),
                fields.getOrDefault("receipt", ""),
                fields.getOrDefault("trace", ""));
        switch (settle(way(fields), mark, amount)) {
            case Charge.Approved(var receipt) -> giveBack(open, caseNumber, receipt);
            case Charge.Cancelled() -> {
                journal.outcome(
                        open.intent(), Entry.of(Kinds.CHARGE, Map.of("result", "cancelled", "found", "after restart")));
                withdraw(open.visit(), caseNumber, "the terminal stopped before anything was charged");
            }
            case Charge.Declined(var code) -> {
                journal.outcome(open.intent(), Entry.of(Kinds.CHARGE, Map.of("result", "declined", "code", code)));
                withdraw(open.visit(), caseNumber, "the terminal stopped; the payment was declined");
            }
            case Charge.Failed(var fault) -> inDoubt(open, caseNumber, fault);
            case Charge.Unknown unknown -> inDoubt(open, caseNumber, unknown.fault());
        }
    }

    private void giveBack(Journal.Open open, String caseNumber, Receipt receipt) {
        Entry reverse = Entry.of(Kinds.REVERSE, fields(way(open.entry().open()), caseNumber, receipt));
        long reversal = journal.intent(open.visit(), reverse);
        journal.outcome(
                open.intent(),
                Entry.of(
                        Kinds.CHARGE,
                        Map.of("result", "approved", "receipt", receipt.number(), "found", "after restart")));
        finishReversal(new Journal.Open(reversal, open.visit(), open.at(), reverse));
    }

    /** Also for a reversal that a crash cut off: a pad that reversed already says so by refusing, and a person looks. */
    void finishReversal(Journal.Open reversal) {
        Map<String, String> fields = reversal.entry().open();
        String caseNumber = fields.getOrDefault("case", "");
        Undo undo = devices.reverse(way(fields), receipt(fields), Patience.of(timing.settle()));
        if (undo instanceof Undo.Done(var number)) {
            journal.outcome(reversal.intent(), Entry.of(Kinds.REVERSE, Map.of("result", "done", "receipt", number)));
            withdraw(reversal.visit(), caseNumber, "the terminal stopped; the payment was given back");
        } else {
            doubt(
                    reversal.visit(),
                    "payment",
                    caseNumber,
                    "charged with receipt " + fields.getOrDefault("receipt", "")
                            + ", then the terminal stopped; reversal: " + undo);
            journal.outcome(reversal.intent(), Entry.of(Kinds.REVERSE, Map.of("result", "in doubt")));
        }
    }

    private void inDoubt(Journal.Open open, String caseNumber, Fault fault) {
        doubt(open.visit(), "payment", caseNumber, "the terminal stopped while charging; the pad says: " + fault);
        journal.outcome(open.intent(), Entry.of(Kinds.CHARGE, Map.of("result", "unknown", "fault", fault.toString())));
    }

    private static Way way(Map<String, String> fields) {
        return Way.of(fields.getOrDefault("way", ""));
    }

    private static Map<String, String> fields(Way way, String caseNumber, Receipt receipt) {
        return Map.of(
                "way", way.word(),
                "case", caseNumber,
                "terminal", receipt.terminal(),
                "receipt", receipt.number(),
                "trace", receipt.trace(),
                "amount", String.valueOf(receipt.amount().minor()),
                "currency", receipt.amount().currency(),
                "card", receipt.card());
    }

    private static Receipt receipt(Map<String, String> fields) {
        return new Receipt(
                fields.getOrDefault("terminal", ""),
                fields.getOrDefault("receipt", ""),
                fields.getOrDefault("trace", ""),
                new Amount(Long.parseLong(fields.getOrDefault("amount", "0")), fields.getOrDefault("currency", "CNY")),
                fields.getOrDefault("card", ""));
    }
}
