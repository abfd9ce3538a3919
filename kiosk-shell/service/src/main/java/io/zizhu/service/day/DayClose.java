package io.zizhu.service.day;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.service.day.OfficeBooks.OfficeDay;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Journal.Kept;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.port.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Closes the day at the card pad and lays the three sides beside each other. The intent is in the journal before the pad
 * is asked, the outcome with both sums after it; a closing that a crash or a lost link cut off is never believed to have
 * happened or not: the next one finds out by its totals. One closing at a time; any thread; blocks for some minutes at most.
 */
public final class DayClose {
    /** The journal's word for it, also at the centre. */
    public static final String KIND = "day-close";

    /** A pad sends its whole day to the bank. */
    private static final Duration PAD = Duration.ofMinutes(3);

    private static final Duration OFFICE = Duration.ofSeconds(20);
    /** A case may have been begun before the last closing, and charged after it. */
    private static final Duration VISIT = Duration.ofHours(1);

    /** How far back a pad's last closing is looked for. */
    private static final int DAYS = 31;

    private final Journal journal;
    private final Devices devices;
    private final OfficeBooks office;
    private final InstantSource clock;
    private final ReentrantLock closing = new ReentrantLock(); // two of the staff may press at once

    public DayClose(Journal journal, Devices devices, OfficeBooks office, InstantSource clock) {
        this.journal = journal;
        this.devices = devices;
        this.office = office;
        this.clock = clock;
    }

    /**
     * Closes the day; empty where somebody is at it already.
     *
     * @param by who of the staff does it, as the journal names them
     */
    public Optional<DayReport> close(String by) {
        if (!closing.tryLock()) {
            return Optional.empty();
        }
        try {
            cutOff();
            Instant to = clock.instant();
            Period period = period(to);
            long row = journal.intent(
                    VisitId.NONE,
                    Entry.of(KIND, Map.of("way", Way.CARD.word(), "by", by, "from", period.from.toString())));
            DayEnd end = devices.ways().contains(Way.CARD)
                    ? devices.endOfDay(Way.CARD, Patience.of(PAD))
                    : new DayEnd.Failed(new Fault(Fault.Kind.LOST, "the card pad is away"));
            OfficeDay day = office.day(period.from.minus(VISIT), to, Patience.of(OFFICE));
            DayReport report = Comparison.of(
                    new Comparison.Sides(period.from, to, period.unsure, Payment.of(period.rows), end, day));
            journal.outcome(row, Entry.of(KIND, facts(end, report)));
            return Optional.of(report);
        } finally {
            closing.unlock();
        }
    }

    /** A closing that the last run left open: the pad may have closed, or not. */
    private void cutOff() {
        for (Journal.Open open : journal.open()) {
            if (open.entry().kind().equals(KIND)) {
                journal.outcome(open.intent(), Entry.of(KIND, Map.of("result", "unknown", "why", "cut off")));
            }
        }
    }

    /**
     * Since when the pad counts.
     *
     * @param unsure the first closing after {@code from} that may have happened
     * @param rows everything since {@code from}
     */
    private record Period(Instant from, Optional<Instant> unsure, List<Kept> rows) {}

    /** Goes back day by day to the last closing that the pad confirmed, or to the first row that the search meets. */
    private Period period(Instant to) {
        List<Kept> rows = new ArrayList<>();
        Instant upTo = to;
        for (int day = 0; day < DAYS; day++) {
            Instant from = upTo.minus(Duration.ofDays(1));
            List<Kept> some = journal.rows(from, upTo);
            int last = lastClosed(some);
            rows.addAll(0, last < 0 ? some : some.subList(last + 1, some.size()));
            if (last >= 0) {
                return new Period(some.get(last).at(), unsure(rows), rows);
            }
            upTo = from;
        }
        return new Period(rows.isEmpty() ? to : rows.getFirst().at(), unsure(rows), rows);
    }

    private static int lastClosed(List<Kept> rows) {
        for (int at = rows.size() - 1; at >= 0; at--) {
            Kept row = rows.get(at);
            if (row.kind().equals(KIND)
                    && row.of().isPresent()
                    && "closed".equals(row.open().get("pad"))) {
                return at;
            }
        }
        return -1;
    }

    private static Optional<Instant> unsure(List<Kept> rows) {
        return rows.stream()
                .filter(row -> row.kind().equals(KIND)
                        && row.of().isPresent()
                        && "unknown".equals(row.open().get("result")))
                .map(Kept::at)
                .reduce((first, last) -> last);
    }

    private static Map<String, String> facts(DayEnd end, DayReport report) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("result", result(end, report));
        facts.put("pad", report.padClosed() ? "closed" : end instanceof DayEnd.Unknown ? "unknown" : "open");
        facts.put("journalFen", String.valueOf(report.journal().fen()));
        facts.put("journalCount", String.valueOf(report.journal().payments()));
        if (report.padClosed()) {
            facts.put("padFen", String.valueOf(report.pad().fen()));
            facts.put("padCount", String.valueOf(report.pad().payments()));
        }
        facts.put("differences", String.valueOf(report.differences().size()));
        report.differences().stream()
                .filter(Difference.PadDiffers.class::isInstance)
                .findFirst()
                .ifPresent(each -> facts.put("explained", each.words().zh()));
        return facts;
    }

    /** About the pad alone: what the back office has is compared at the centre, from its own files. */
    private static String result(DayEnd end, DayReport report) {
        return switch (end) {
            case DayEnd.Closed closed -> report.pad().equals(report.journal()) ? "matched" : "differs";
            case DayEnd.Unknown unknown -> "unknown";
            case DayEnd.Refused refused -> "refused";
            case DayEnd.Failed failed -> "failed";
        };
    }
}
