package io.zizhu.service.visit;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import java.util.List;
import java.util.Map;

/**
 * What a person has to find out. A doubt is written before the outcome of the act it is about, so that no crash lies
 * between the two, and once for each case and kind, however often its reason is met. Any thread.
 */
final class Doubts {
    /** Money whose way is not known, or that does not fit its case; it blocks the pad. */
    static final String PAYMENT = "payment";

    static final String CERTIFICATE = "certificate";

    /** A case that the centre goes on with although nobody does here. */
    static final String WITHDRAWAL = "withdrawal";

    private final Journal journal;

    Doubts(Journal journal) {
        this.journal = journal;
    }

    /** Lists it for staff, and leaves word for the centre, whose progress query tells the citizen. */
    synchronized void open(VisitId visit, String kind, String caseNumber, String reason) { // two threads, one doubt
        List<Journal.Open> open = journal.open();
        if (open.stream().anyMatch(row -> is(row, Kinds.DOUBT, kind, caseNumber))) {
            return;
        }
        if (!kind.equals(WITHDRAWAL) && open.stream().noneMatch(row -> is(row, Kinds.INQUIRY, kind, caseNumber))) {
            journal.intent(visit, Entry.of(Kinds.INQUIRY, Map.of("kind", kind, "case", caseNumber)));
        }
        journal.intent(visit, Entry.of(Kinds.DOUBT, Map.of("kind", kind, "case", caseNumber, "reason", reason)));
    }

    /** The device has told after all: nobody needs to look any more. */
    synchronized void resolved(String kind, String caseNumber, String how) {
        for (Journal.Open row : journal.open()) {
            if (is(row, Kinds.DOUBT, kind, caseNumber)) {
                journal.outcome(row.intent(), Entry.of(Kinds.DOUBT, Map.of("result", "found out: " + how)));
            }
        }
    }

    boolean isOpen(String kind, String caseNumber) {
        return journal.open().stream().anyMatch(row -> is(row, Kinds.DOUBT, kind, caseNumber));
    }

    /** A payment in doubt blocks the pad: a later charge would hide what became of this one. */
    boolean blockPaying() {
        return journal.open().stream()
                .map(Journal.Open::entry)
                .anyMatch(entry -> entry.kind().equals(Kinds.DOUBT)
                        && PAYMENT.equals(entry.open().get("kind")));
    }

    private static boolean is(Journal.Open row, String rowKind, String kind, String caseNumber) {
        Map<String, String> fields = row.entry().open();
        return row.entry().kind().equals(rowKind)
                && kind.equals(fields.get("kind"))
                && caseNumber.equals(fields.get("case"));
    }
}
