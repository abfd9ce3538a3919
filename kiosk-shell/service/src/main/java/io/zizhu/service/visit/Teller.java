package io.zizhu.service.visit;

import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the centre what became of a case: each word is an intent first, and stays open until it was heard. What the
 * centre refuses is not told for ever: it becomes a doubt. Any thread.
 */
final class Teller {
    private final Journal journal;
    private final Centre centre;
    private final Doubts doubts;
    private final Set<Long> telling = ConcurrentHashMap.newKeySet(); // a visit and the line's return may tell at once

    Teller(Journal journal, Centre centre, Doubts doubts) {
        this.journal = journal;
        this.centre = centre;
        this.doubts = doubts;
    }

    /**
     * Writes that the case is to be given up; told by {@link #tell()}. Once for each case.
     *
     * @param givenBack money was taken and went back
     */
    void withdraw(VisitId visit, String caseNumber, String reason, boolean givenBack) {
        once(visit, "case", Map.of("case", caseNumber, "reason", reason, "givenBack", String.valueOf(givenBack)));
    }

    /** Writes that whatever came of a question is to be given up, for its answer was not heard. Once for each key. */
    void abandon(VisitId visit, String key, String reason) {
        once(visit, "key", Map.of("key", key, "reason", reason));
    }

    private void once(VisitId visit, String by, Map<String, String> fields) {
        boolean said = journal.open().stream()
                .map(Journal.Open::entry)
                .anyMatch(entry -> entry.kind().equals(Kinds.WITHDRAW)
                        && Objects.equals(fields.get(by), entry.open().get(by)));
        if (!said) {
            journal.intent(visit, Entry.of(Kinds.WITHDRAW, fields));
        }
    }

    /** Tells what has not been heard yet, the oldest first; cheap where nothing is open or nobody is there. */
    void tell() {
        for (Journal.Open open : journal.open()) {
            if (centre.there() && !chargeIsOpen(open)) {
                tell(open.intent());
            }
        }
    }

    /** Until the charge has its outcome, whoever writes that tells; else a crash between would give back what was told. */
    private boolean chargeIsOpen(Journal.Open confirm) {
        String charge = confirm.entry().open().getOrDefault("charge", "");
        return !charge.isEmpty()
                && journal.open().stream()
                        .anyMatch(row -> String.valueOf(row.intent()).equals(charge));
    }

    /** @return what the centre said, {@code Away} also where somebody else tells it just now */
    Centre.Told tell(long intent) {
        if (!telling.add(intent)) {
            return new Centre.Told.Away();
        }
        try {
            List<Journal.Open> row = journal.open().stream()
                    .filter(open -> open.intent() == intent)
                    .toList();
            return row.isEmpty() ? new Centre.Told.Away() : tell(row.getFirst());
        } finally {
            telling.remove(intent);
        }
    }

    private Centre.Told tell(Journal.Open open) {
        Map<String, String> fields = open.entry().open();
        String caseNumber = Money.caseNumber(fields);
        Centre.Told told =
                switch (open.entry().kind()) {
                    case Kinds.CONFIRM -> centre.paid(caseNumber, Money.receipt(fields));
                    case Kinds.WITHDRAW -> givenUp(caseNumber, fields);
                    case Kinds.INQUIRY -> centre.inquiry(caseNumber, fields.getOrDefault("kind", ""));
                    default -> new Centre.Told.Away();
                };
        switch (told) {
            case Centre.Told.Heard() -> heard(open, Map.of("result", "told"));
            case Centre.Told.Refused(var reason) -> {
                doubtRefused(open, caseNumber, reason);
                heard(open, Map.of("result", "refused", "reason", reason));
            }
            case Centre.Told.Away() -> {}
        }
        return told;
    }

    private Centre.Told givenUp(String caseNumber, Map<String, String> fields) {
        String reason = fields.getOrDefault("reason", "");
        String key = fields.getOrDefault("key", "");
        return key.isEmpty()
                ? centre.withdrawn(caseNumber, reason, Boolean.parseBoolean(fields.get("givenBack")))
                : centre.abandoned(key, reason);
    }

    private void heard(Journal.Open open, Map<String, String> facts) {
        journal.outcome(open.intent(), Entry.of(open.entry().kind(), facts));
    }

    private void doubtRefused(Journal.Open open, String caseNumber, String reason) {
        String receipt = open.entry().open().getOrDefault("receipt", "");
        switch (open.entry().kind()) {
            case Kinds.CONFIRM ->
                doubts.open(
                        open.visit(),
                        Doubts.PAYMENT,
                        caseNumber,
                        "charged with receipt " + receipt + ", but the centre refuses the payment: " + reason);
            case Kinds.WITHDRAW ->
                doubts.open(
                        open.visit(),
                        Doubts.WITHDRAWAL,
                        caseNumber,
                        "the centre refuses to give the case up"
                                + (caseNumber.isEmpty()
                                        ? " of key " + open.entry().open().get("key")
                                        : "")
                                + ": " + reason);
            default -> {
                // an inquiry is about a doubt that is open already
            }
        }
    }
}
