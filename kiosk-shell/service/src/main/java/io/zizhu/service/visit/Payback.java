package io.zizhu.service.visit;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Gives back what was taken for nothing: a reversal, and where that comes too late because the pad's day was closed, a
 * refund, where the pad refunds without the card. A reversal is by its receipt, so that asking again reverses nothing
 * twice; a refund at a card pad may be paid out again and is asked for once. What cannot be given back is a doubt.
 */
final class Payback {
    private final Journal journal;
    private final Devices devices;
    private final Doubts doubts;
    private final Teller teller;
    private final Timing timing;

    Payback(Journal journal, Devices devices, Doubts doubts, Teller teller, Timing timing) {
        this.journal = journal;
        this.devices = devices;
        this.doubts = doubts;
        this.teller = teller;
        this.timing = timing;
    }

    /** @param charge the row that turned out to be this receipt; it is closed as approved */
    void begin(Journal.Open charge, Receipt receipt) {
        Map<String, String> asked = charge.entry().open();
        Entry reverse = Entry.of(Kinds.REVERSE, Money.taken(Money.way(asked), Money.caseNumber(asked), receipt));
        Journal.Open reversal = open(reverse).orElseGet(() -> write(charge, reverse));
        close(charge, Map.of("result", "approved", "receipt", receipt.number(), "found", "afterwards"));
        reverse(reversal);
    }

    private Journal.Open write(Journal.Open from, Entry entry) {
        return new Journal.Open(journal.intent(from.visit(), entry), from.visit(), from.at(), entry);
    }

    private Optional<Journal.Open> open(Entry same) {
        return journal.open().stream()
                .filter(row -> row.entry().kind().equals(same.kind())
                        && Money.caseNumber(row.entry().open()).equals(Money.caseNumber(same.open()))
                        && Money.receipt(row.entry().open()).equals(Money.receipt(same.open())))
                .findFirst();
    }

    /** Also for a reversal that a crash cut off, and for one whose pad was away. */
    void reverse(Journal.Open reversal) {
        Map<String, String> fields = reversal.entry().open();
        boolean first = !reversal.entry().kind().equals(Kinds.PENDING);
        if (first && open(Entry.of(Kinds.PENDING, fields)).isPresent()) {
            close(reversal, Map.of("result", "in doubt")); // cut off when it had been put off: that row asks
            return;
        }
        Undo undo = devices.reverse(Money.way(fields), Money.receipt(fields), Patience.of(timing.settle()));
        switch (undo) {
            case Undo.Done(var number) -> done(reversal, number);
            case Undo.Refused(var code) -> refund(reversal, code);
            case Undo.Failed(var fault) when fault.kind() == Fault.Kind.REFUSED -> refund(reversal, fault.detail());
            case Undo.Failed(var fault) when fault.kind() == Fault.Kind.MISCONFIGURED -> inDoubt(reversal, undo);
            case Undo.Failed failed -> later(reversal, failed);
            case Undo.Unknown unknown -> later(reversal, unknown);
        }
    }

    private void refund(Journal.Open reversal, String refusal) {
        Map<String, String> fields = new HashMap<>(reversal.entry().open());
        fields.put("refusal", refusal);
        Journal.Open refund = write(reversal, Entry.of(Kinds.REFUND, fields));
        close(reversal, Map.of("result", "refused", "code", refusal));
        askRefund(refund);
    }

    private void askRefund(Journal.Open refund) {
        Map<String, String> fields = refund.entry().open();
        Undo undo = devices.refund(Money.way(fields), Money.receipt(fields), Patience.of(timing.settle()));
        if (undo instanceof Undo.Done(var number)) {
            done(refund, number);
        } else {
            inDoubt(refund, undo);
        }
    }

    /** A refund that a crash cut off: an order knows whether it was refunded, a card pad does not. */
    void finishRefund(Journal.Open refund) {
        if (Money.way(refund.entry().open()) == Way.CARD) {
            inDoubt(
                    refund,
                    new Undo.Unknown(
                            new Fault(Fault.Kind.LOST, "the terminal stopped while refunding; it is not asked twice")));
        } else {
            askRefund(refund);
        }
    }

    private void done(Journal.Open undo, String number) {
        String caseNumber = Money.caseNumber(undo.entry().open());
        teller.withdraw(undo.visit(), caseNumber, "the payment was broken off and given back", true);
        close(undo, Map.of("result", "done", "receipt", number));
        doubts.resolved(Doubts.PAYMENT, caseNumber, "the payment was given back");
    }

    private void inDoubt(Journal.Open undo, Undo said) {
        doubt(undo, said, "");
        close(undo, Map.of("result", "in doubt", "said", said.toString()));
    }

    /** The pad did not hear it, or was not heard: it is asked again when it is back, unless a person has decided. */
    private void later(Journal.Open reversal, Undo said) {
        doubt(reversal, said, "; the pad is asked again when it answers");
        if (!reversal.entry().kind().equals(Kinds.PENDING)) {
            Map<String, String> fields = new HashMap<>(reversal.entry().open());
            fields.put("act", Kinds.REVERSE);
            write(reversal, Entry.of(Kinds.PENDING, fields));
            close(reversal, Map.of("result", "in doubt", "said", said.toString()));
        }
    }

    private void doubt(Journal.Open undo, Undo said, String fate) {
        Map<String, String> fields = undo.entry().open();
        String refusal = fields.getOrDefault("refusal", "");
        doubts.open(
                undo.visit(),
                Doubts.PAYMENT,
                Money.caseNumber(fields),
                "charged with receipt " + fields.getOrDefault("receipt", "")
                        + ", then the terminal stopped; giving back: "
                        + (refusal.isEmpty() ? "" : "reversal refused (" + refusal + "), refund: ")
                        + said + fate);
    }

    private void close(Journal.Open open, Map<String, String> facts) {
        journal.outcome(open.intent(), Entry.of(open.entry().kind(), facts));
    }
}
