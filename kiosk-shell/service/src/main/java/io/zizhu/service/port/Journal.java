package io.zizhu.service.port;

import java.time.Instant;
import java.util.List;

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
