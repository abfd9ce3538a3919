package io.zizhu.service.visit;

import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in the rows of a visit that was cut off what nobody goes on with: a case that was accepted and not paid is given
 * up, a certificate that was granted and not printed waits for its owner at the counter.
 */
final class LeftBehind {
    /** Longer than any visit, whichever way the clock was set meanwhile. */
    private static final Duration AROUND = Duration.ofHours(3);

    /** Who has one of these is cared for. */
    private static final Set<String> CARED_FOR = Set.of(
            Kinds.CONFIRM, Kinds.WITHDRAW, Kinds.REVERSE, Kinds.REFUND, Kinds.PENDING, Kinds.DOUBT, Kinds.INQUIRY);

    private final Journal journal;
    private final Doubts doubts;
    private final Teller teller;

    LeftBehind(Journal journal, Doubts doubts, Teller teller) {
        this.journal = journal;
        this.doubts = doubts;
        this.teller = teller;
    }

    void finish(Journal.Open visit) {
        List<Journal.Kept> rows = journal
                .rows(visit.at().minus(AROUND), visit.at().plus(AROUND))
                .stream()
                .filter(row -> row.visit().equals(visit.visit()))
                .toList();
        outcome(rows, Kinds.ACCEPT, "accepted")
                .filter(accepted -> !"0".equals(accepted.get("fee")) && !caredFor(rows, accepted))
                .ifPresent(accepted -> teller.withdraw(
                        visit.visit(),
                        Money.caseNumber(accepted),
                        "the terminal stopped before anything was charged",
                        false));
        outcome(rows, Kinds.DECIDE, "granted")
                .filter(granted -> !caredFor(rows, granted)
                        && outcome(rows, Kinds.ISSUE, "out").isEmpty())
                .ifPresent(granted -> doubts.open(
                        visit.visit(),
                        Doubts.CERTIFICATE,
                        Money.caseNumber(granted),
                        "the terminal stopped before certificate " + granted.getOrDefault("certificate", "")
                                + " was printed: it waits for its owner"));
    }

    private static Optional<Map<String, String>> outcome(List<Journal.Kept> rows, String kind, String result) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind)
                        && row.of().isPresent()
                        && result.equals(row.open().get("result")))
                .map(Journal.Kept::open)
                .findFirst();
    }

    private static boolean caredFor(List<Journal.Kept> rows, Map<String, String> matter) {
        return rows.stream()
                .anyMatch(row -> CARED_FOR.contains(row.kind())
                        && Money.caseNumber(row.open()).equals(Money.caseNumber(matter)));
    }
}
