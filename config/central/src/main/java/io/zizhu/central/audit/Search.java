package io.zizhu.central.audit;

import io.zizhu.central.ingest.Trail;
import io.zizhu.central.registry.Supervisors;
import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainRow;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds rows by their open facts. Every search is itself a row of the centre's journal, in the same commit. Any thread. */
public final class Search {
    /** Rows shown at most; more are counted, not shown. */
    public static final int SHOWN = 500;

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Store store;
    private final Clock clock;

    public Search(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What is looked for; an empty word matches all, but one of the three must be there.
     *
     * @param caseNumber also finds the other rows of the visits that the case was dealt with in
     * @param officer as rows name them: a badge, or an account at the centre
     * @param from by the clock of whoever wrote the row
     * @param to the first instant after it
     */
    public record Wanted(String caseNumber, String terminal, String officer, Instant from, Instant to) {
        public Wanted {
            caseNumber = caseNumber.strip();
            terminal = terminal.strip();
            officer = officer.strip();
            from = from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from;
            to = to.isAfter(END) ? END : to;
        }

        boolean nothing() {
            return caseNumber.isEmpty() && terminal.isEmpty() && officer.isEmpty();
        }
    }

    /** One row found, and in which journal of whom. */
    public record Hit(String terminal, int epoch, ChainRow row) {}

    /** What came of a search. */
    public sealed interface Result {
        /**
         * @param hits oldest first within each terminal
         * @param all how many there are
         */
        record Found(List<Hit> hits, long all) implements Result {
            public Found {
                hits = List.copyOf(hits);
            }
        }

        /** Only supervisors' accounts may; that somebody else tried is written down, too. */
        record NotSupervisor() implements Result {}

        /**
         * @param why in an auditor's words
         */
        record Refused(String why) implements Result {}
    }

    /** Looks, and writes down who looked for what. */
    public Result of(String by, Wanted wanted) {
        if (wanted.nothing()) {
            return new Result.Refused("a case, a terminal or a member of staff must be named");
        }
        if (!wanted.from.isBefore(wanted.to)) {
            return new Result.Refused("the time ends before it begins");
        }
        return store.keep(sql -> {
            if (!Supervisors.is(sql, by)) {
                write(sql, by, wanted, "not looked for: no supervisor");
                return new Result.NotSupervisor();
            }
            var values = new ArrayList<Object>();
            String where = where(wanted, values);
            long all = sql.one("SELECT COUNT(*) FROM row WHERE " + where, row -> row.getLong(1), values.toArray())
                    .orElse(0L);
            List<Hit> hits = sql.all(
                    "SELECT terminal, epoch, body FROM row WHERE " + where + " ORDER BY terminal, epoch, seq LIMIT "
                            + SHOWN,
                    row -> new Hit(
                            row.getString(1),
                            row.getInt(2),
                            ChainRow.FORM.open(row.getBytes(3)).orThrow()),
                    values.toArray());
            write(sql, by, wanted, String.valueOf(all));
            return new Result.Found(hits, all);
        });
    }

    private void write(Sql sql, String by, Wanted wanted, String found) throws SQLException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("by", by);
        facts.put("wantedCase", wanted.caseNumber);
        facts.put("wantedTerminal", wanted.terminal);
        facts.put("wantedOfficer", wanted.officer);
        facts.put("from", wanted.from.toString());
        facts.put("to", wanted.to.toString());
        facts.put("found", found);
        facts.values().removeIf(String::isEmpty);
        Trail.write(sql, clock.instant(), "audit-search", facts);
    }

    private static String where(Wanted wanted, List<Object> values) {
        var where = new StringBuilder("at >= ? AND at < ?");
        values.add(wanted.from);
        values.add(wanted.to);
        if (!wanted.terminal.isEmpty()) {
            where.append(" AND terminal = ?");
            values.add(wanted.terminal);
        }
        if (!wanted.caseNumber.isEmpty()) {
            String mentioned = "(terminal, epoch, seq) IN (SELECT terminal, epoch, seq FROM mention "
                    + "WHERE word = 'case' AND value = ?)";
            where.append(" AND (")
                    .append(mentioned)
                    .append(" OR (visit <> '' AND visit IN (SELECT visit FROM row WHERE ")
                    .append(mentioned)
                    .append(")))");
            values.add(wanted.caseNumber);
            values.add(wanted.caseNumber);
        }
        if (!wanted.officer.isEmpty()) {
            where.append(" AND (terminal, epoch, seq) IN (SELECT terminal, epoch, seq FROM mention "
                    + "WHERE word = 'officer' AND value = ?)");
            values.add(wanted.officer);
        }
        return where.toString();
    }
}
