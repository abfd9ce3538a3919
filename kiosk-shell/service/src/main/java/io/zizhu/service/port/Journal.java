package io.zizhu.service.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chained record of everything that mattered. Every call is durable when it returns and may come from any thread
 * (one writer thread inside). A journal that cannot write throws {@link Broken}: no act may follow.
 */
public interface Journal {
    /**
     * Written before an act.
     *
     * @return the row's number, for its outcome
     */
    long intent(VisitId visit, Entry entry);

    /** Written after the act, once for each intent. */
    void outcome(long intent, Entry entry);

    void note(VisitId visit, Entry entry);

    /** The last row of a visit: audit row and outbox row in one commit. */
    void close(VisitId visit, Entry entry);

    /** Intents without outcome, oldest first; personal fields decrypted. */
    List<Open> open();

    /** What is left of a supply, such as {@code a4}, by the rows written so far. */
    int left(String supply);

    /**
     * The number of the sheet that is printed next, where security paper with numbers is in: it goes into the intent and
     * the outcome of the print as {@code sheet}. Empty for plain paper.
     */
    default Optional<String> nextSheet() {
        return Optional.empty();
    }

    /**
     * What was written from {@code from} on and before {@code to}, by the clock each row bears; oldest first, that is in
     * the order of writing, also where the clock was set in between. A busy terminal writes some 10,000 rows a day: ask
     * day by day. Writers come in between; rows written meanwhile may be missing.
     */
    List<Kept> rows(Instant from, Instant to);

    /**
     * A row as it stands; personal fields stay sealed.
     *
     * @param open the entry's own facts
     * @param supplies what it changed in the supplies, such as {@code a4: -1}
     * @param of the intent that this outcome answers
     */
    record Kept(
            long seq,
            Instant at,
            String kind,
            VisitId visit,
            Map<String, String> open,
            Map<String, Integer> supplies,
            Optional<Long> of) {
        public Kept {
            open = Map.copyOf(open);
            supplies = Map.copyOf(supplies);
        }
    }

    /** An intent that waits for its outcome. */
    record Open(long intent, VisitId visit, Instant at, Entry entry) {}

    /** The journal cannot be written; the kiosk goes out of service. */
    final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Broken(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
