package io.zizhu.service.day;

import io.zizhu.service.port.Way;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The day as it was closed.
 *
 * @param from since when the pad counted, as far as the journal knows
 * @param pad what the pad counted; zero where it did not close
 * @param journal what the journal says it should have counted
 * @param office what the back office has of the cards' payments; empty where it could not be asked
 * @param padClosed whether the pad handed its day over
 * @param lines every payment, by time, and what the back office has that the journal does not know
 * @param differences none where everybody agrees
 */
public record DayReport(
        Instant from,
        Instant to,
        Sum pad,
        Sum journal,
        Optional<Sum> office,
        boolean padClosed,
        List<Line> lines,
        List<Difference> differences) {
    /** Some payments. */
    public record Sum(int payments, long fen) {}

    /**
     * One payment, side by side; the pad tells sums only.
     *
     * @param way empty where only the back office knows of it
     * @param receipt of the pad or the order; empty where nothing was charged
     * @param journal fen kept by the journal
     * @param office fen that count as paid at the back office
     */
    public record Line(Instant at, String caseNumber, Optional<Way> way, String receipt, long journal, long office) {}

    public DayReport {
        lines = List.copyOf(lines);
        differences = List.copyOf(differences);
    }

    /** Whether there is nothing for a person to do. */
    public boolean matched() {
        return padClosed && differences.isEmpty();
    }
}
