package io.zizhu.service.visit;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.printer.Sheet;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes at start what the last run left open, before the first citizen is greeted; later, when nobody is here, asks
 * again about money whose device was away. Each row by itself: one that cannot be finished is a doubt and holds up none.
 */
final class Unfinished {
    private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);

    private final Journal journal;
    private final Devices devices;
    private final Till till;
    private final Payback payback;
    private final Doubts doubts;
    private final Teller teller;
    private final Timing timing;

    Unfinished(
            Journal journal, Devices devices, Till till, Payback payback, Doubts doubts, Teller teller, Timing timing) {
        this.journal = journal;
        this.devices = devices;
        this.till = till;
        this.payback = payback;
        this.doubts = doubts;
        this.teller = teller;
        this.timing = timing;
    }

    void finish() {
        eachOpen(this::finishAct);
        var left = new LeftBehind(journal, doubts, teller);
        eachOpen(open -> {
            if (open.entry().kind().equals(Kinds.VISIT)) {
                left.finish(open);
                cutOff(open);
            }
        });
        teller.tell();
    }

    /** Asks about what is in doubt only because its device was away, then tells the centre. One thread at a time. */
    void again() {
        eachOpen(open -> {
            if (open.entry().kind().equals(Kinds.PENDING)) {
                again(open);
            }
        });
        teller.tell();
    }

    /** A row that the finishing of another has closed meanwhile is left alone. */
    private void eachOpen(Consumer<Journal.Open> work) {
        for (Journal.Open open : journal.open()) {
            boolean still = journal.open().stream().anyMatch(row -> row.intent() == open.intent());
            if (still) {
                one(open, work);
            }
        }
    }

    private void one(Journal.Open open, Consumer<Journal.Open> work) {
        try {
            work.accept(open);
        } catch (Journal.Broken broken) {
            throw broken;
        } catch (RuntimeException bug) {
            LOG.error(
                    "row {} ({}) cannot be finished",
                    open.intent(),
                    open.entry().kind(),
                    bug);
            doubts.open(
                    open.visit(),
                    open.entry().kind().equals(Kinds.ISSUE) ? Doubts.CERTIFICATE : Doubts.PAYMENT,
                    Money.caseNumber(open.entry().open()),
                    "row " + open.intent() + " (" + open.entry().kind() + ") cannot be finished: "
                            + bug.getClass().getSimpleName());
        }
    }

    private void finishAct(Journal.Open open) {
        switch (open.entry().kind()) {
            case Kinds.CHARGE -> till.finish(open);
            case Kinds.REVERSE -> payback.reverse(open);
            case Kinds.REFUND -> payback.finishRefund(open);
            case Kinds.PENDING -> again(open);
            case Kinds.ISSUE -> recall(open);
            case Kinds.SLIP -> cutOff(open);
            case Kinds.DECIDE, Kinds.ACCEPT -> {
                String key = open.entry().open().getOrDefault("key", "");
                teller.abandon(open.visit(), key, "the terminal stopped before it heard the answer");
                cutOff(open);
            }
            default -> {
                // visits come last; what is to be told is told by the teller; doubts wait for a person
            }
        }
    }

    private void again(Journal.Open open) {
        String caseNumber = Money.caseNumber(open.entry().open());
        if (!doubts.isOpen(Doubts.PAYMENT, caseNumber)) {
            journal.outcome(open.intent(), Entry.of(Kinds.PENDING, Map.of("result", "decided by staff")));
        } else if (Kinds.REVERSE.equals(open.entry().open().get("act"))) {
            payback.reverse(open);
        } else {
            till.again(open);
        }
    }

    /** What became of a sheet; whichever it is, its person may have gone, so staff look. */
    private void recall(Journal.Open open) {
        Map<String, String> fields = open.entry().open();
        Sheet sheet = recalled(Hands.job(Money.caseNumber(fields)));
        String what =
                "the terminal stopped while certificate " + fields.getOrDefault("certificate", "") + " was printing";
        String reason =
                switch (sheet) {
                    case Sheet.Out(var job, var sheets) ->
                        what + "; it came out as job " + job
                                + ": look whether it still lies in the tray, and keep it for its owner";
                    case Sheet.Refused(var fault) -> what + "; it was never printed: " + fault;
                    case Sheet.Jammed(var job, var fault) ->
                        what + "; job " + job + " was spoiled (" + fault + "): take the sheet out";
                    case Sheet.Unknown(var job, var fault) ->
                        what + " (" + fault + "): look whether the sheet lies in the tray";
                };
        doubts.open(open.visit(), Doubts.CERTIFICATE, Money.caseNumber(fields), reason);
        Entry used = Hands.used(Kinds.ISSUE, "a4", sheet);
        Map<String, String> facts = new HashMap<>(used.open());
        facts.put("found", "after restart");
        Optional.ofNullable(fields.get("sheet")).ifPresent(number -> facts.put("sheet", number));
        journal.outcome(open.intent(), new Entry(used.kind(), facts, Map.of(), used.supplies()));
    }

    /** Asks until the printer is back, for as long as a late pad is waited for. */
    private Sheet recalled(String name) {
        Patience patience = Patience.of(timing.settle().multipliedBy(2));
        Sheet sheet = devices.recall(name, patience.atMost(timing.settle()));
        while (mayStillBeTold(sheet) && !patience.over()) {
            timing.pause(patience);
            if (!patience.over()) {
                sheet = devices.recall(name, patience.atMost(timing.settle()));
            }
        }
        return sheet;
    }

    private static boolean mayStillBeTold(Sheet sheet) {
        return sheet instanceof Sheet.Unknown(var job, var fault) && fault.kind() != Fault.Kind.REFUSED;
    }

    private void cutOff(Journal.Open open) {
        journal.outcome(open.intent(), Entry.of(open.entry().kind(), Map.of("result", "cut off by a restart")));
    }
}
