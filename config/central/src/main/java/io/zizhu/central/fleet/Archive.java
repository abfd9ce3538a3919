package io.zizhu.central.fleet;

import io.zizhu.central.fleet.Fleet.Technician;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The auditor's side of the façade: who did what to which case, and the proof that nothing is missing. Open facts only; each
 * search and each proof is itself a row of the centre's journal. Any thread.
 */
public interface Archive {
    /**
     * Rows by case, terminal, officer and time; one of the first three must be given, empty ones match all.
     *
     * @param officer as rows name them: a badge, or an account at the centre
     * @param to the first instant after it
     */
    Result search(Technician by, String caseNumber, String terminal, String officer, Instant from, Instant to);

    /**
     * Whether rows {@code from} to {@code to} of one journal, as they are stored here, are complete and unaltered; some
     * seconds for a hundred thousand.
     */
    Proof prove(Technician by, String terminal, int epoch, long from, long to);

    /** One row, without what is sealed in it. */
    record RowLine(
            String terminal, int epoch, long seq, Instant at, String kind, String visit, Map<String, String> open) {}

    /** What came of a search. */
    sealed interface Result {
        /**
         * @param rows at most 500
         * @param all how many there are
         */
        record Found(List<RowLine> rows, long all) implements Result {}

        /** Only supervisors' accounts may search. */
        record NotSupervisor() implements Result {}

        /**
         * @param why in an auditor's words
         */
        record Refused(String why) implements Result {}
    }

    /** What can be said of a range of rows. */
    sealed interface Proof {
        /**
         * Complete and unaltered, by the terminal's own word.
         *
         * @param head the row with the signature
         * @param signed when, by the terminal's clock
         * @param key id of its key
         */
        record Signed(long head, Instant signed, String key) implements Proof {}

        /**
         * Linked without a fault, but no signed head stands behind the last row yet.
         *
         * @param upTo the last row behind which one does
         */
        record Linked(long upTo) implements Proof {}

        /**
         * @param row the first that is not right
         * @param why in technician's words
         */
        record Broken(long row, String why) implements Proof {}

        /** There are no such rows here. */
        record Unknown() implements Proof {}
    }
}
