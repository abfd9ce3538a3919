package io.zizhu.service.day;

import java.time.Instant;
import java.util.List;

/**
 * The day as it was closed.
 *
 * @param from since when the pad counted, as far as the journal knows
 * @param pad what the pad counted; zero where it did not close
 * @param journal what the journal says it should have counted
 * @param padClosed whether the pad handed its day over
 * @param differences none where everybody agrees
 */
public record DayReport(
        Instant from, Instant to, Sum pad, Sum journal, boolean padClosed, List<Difference> differences) {
    /** Some payments. */
    public record Sum(int payments, long fen) {}

    public DayReport {
        differences = List.copyOf(differences);
    }

    /** Whether there is nothing for a person to do. */
    public boolean matched() {
        return padClosed && differences.isEmpty();
    }
}
