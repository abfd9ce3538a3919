package io.zizhu.central.day;

import io.zizhu.central.day.Finding.State;
import io.zizhu.central.ingest.Settled;
import io.zizhu.central.ingest.Trail;
import io.zizhu.central.registry.Supervisors;
import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The exceptions and what became of them. A supervisor who settles one has taken it before and says how; where money is
 * concerned a second supervisor agrees, never the same. Each act is a row of the centre's own journal, in the same commit. Any thread.
 */
public final class Findings {
    private static final int LONGEST = 500;
    /** A remark stays for good, so it must not name a person. */
    private static final Pattern IDENTITY = Pattern.compile("\\d{17}[\\dXx]");

    private static final String SELECT =
            "SELECT finding.id, finding.terminal, COALESCE(site.name, ''), finding.day, finding.ref, finding.verdict, "
                    + "finding.fen, finding.detail, finding.found_at, finding.state, finding.taker, finding.remark, "
                    + "finding.second FROM finding LEFT JOIN site ON site.terminal = finding.terminal ";

    private final Store store;
    private final Clock clock;

    public Findings(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What became of an act. */
    public sealed interface Acted {
        record Done() implements Acted {}

        /** Only supervisors' accounts may. */
        record NotSupervisor() implements Acted {}

        /** @param why in an officer's words */
        record Refused(String why) implements Acted {}
    }

    /**
     * The newest first, at most 500.
     *
     * @param waiting only those for which a person has to do something
     */
    public List<Finding> all(boolean waiting) {
        String which = waiting ? "WHERE state IN ('OPEN','TAKEN','PROPOSED') " : "";
        return store.keep(sql -> sql.all(SELECT + which + "ORDER BY finding.id DESC LIMIT 500", Findings::finding));
    }

    /** Those of one terminal and day. */
    public List<Finding> of(String terminal, LocalDate day) {
        return store.keep(sql -> of(sql, terminal, day));
    }

    static List<Finding> of(Sql sql, String terminal, LocalDate day) throws SQLException {
        return sql.all(
                SELECT + "WHERE finding.terminal = ? AND day = ? ORDER BY finding.id",
                Findings::finding,
                terminal,
                day.toString());
    }

    /** From now on this person looks into it; also after another began to, or where the second did not agree. */
    public Acted take(String by, long id) {
        return act(
                by,
                id,
                "exception-taken",
                finding -> finding.waits() ? Optional.empty() : Optional.of("it is settled already"),
                (sql, finding) -> sql.change(
                        "UPDATE finding SET state = 'TAKEN', taker = ?, remark = '', second = '' WHERE id = ?",
                        by,
                        id));
    }

    /** Says how it was settled; where money is concerned it then waits for a second person. */
    public Acted settle(String by, long id, String remark) {
        String said = remark.strip();
        if (said.isEmpty() || said.length() > LONGEST || IDENTITY.matcher(said).find()) {
            return new Acted.Refused("a remark says how it was settled, in " + LONGEST
                    + " characters at most, and names no identity number");
        }
        return act(
                by,
                id,
                "exception-settled",
                finding -> {
                    if (finding.state() != State.TAKEN) {
                        return Optional.of("take it first");
                    }
                    return finding.taker().equals(by)
                            ? Optional.empty()
                            : Optional.of(finding.taker() + " looks into it; take it first");
                },
                (sql, finding) -> sql.change(
                        "UPDATE finding SET state = ?, remark = ?, decided_at = ? WHERE id = ?",
                        (finding.two() ? State.PROPOSED : State.SETTLED).name(),
                        said,
                        clock.instant(),
                        id));
    }

    /** The second person's name under a settlement that concerns money. */
    public Acted agree(String by, long id) {
        return act(
                by,
                id,
                "exception-agreed",
                finding -> {
                    if (finding.state() != State.PROPOSED) {
                        return Optional.of("nobody has said yet how it was settled");
                    }
                    return finding.taker().equals(by)
                            ? Optional.of("money is written off by two people, never by one")
                            : Optional.empty();
                },
                (sql, finding) -> sql.change(
                        "UPDATE finding SET state = 'SETTLED', second = ?, second_at = ? WHERE id = ?",
                        by,
                        clock.instant(),
                        id));
    }

    /** The station's staff have settled the doubt that this exception is about: it is done, by their badges. */
    public static void settled(Sql sql, Settled word, Instant now) throws SQLException {
        sql.change(
                "UPDATE finding SET state = 'SETTLED', taker = ?, second = ?, remark = ?, decided_at = ?, second_at ="
                        + " ? WHERE terminal = ? AND ref = ? AND verdict = ? AND state IN ('OPEN','TAKEN','PROPOSED')",
                word.badge(),
                word.second(),
                word.remark(),
                now,
                now,
                word.terminal(),
                word.caseNumber(),
                Verdict.UNSURE.name());
    }

    /** Enters the exceptions among these lines; those that are not there any more are gone, unless a person settled them. */
    static void note(Sql sql, String terminal, LocalDate day, List<Line> lines, Instant now) throws SQLException {
        var seen = new HashSet<String>();
        for (Line line : lines) {
            if (line.verdict().exception()) {
                seen.add(line.ref() + "\n" + line.verdict());
                enter(sql, line, now);
            }
        }
        for (Finding finding : of(sql, terminal, day)) {
            if (finding.waits() && !seen.contains(finding.ref() + "\n" + finding.verdict())) {
                sql.change("UPDATE finding SET state = 'GONE', decided_at = ? WHERE id = ?", now, finding.id());
            }
        }
    }

    private static void enter(Sql sql, Line line, Instant now) throws SQLException {
        sql.change(
                "INSERT INTO finding (terminal, day, ref, verdict, fen, detail, found_at, state, taker, remark, second) "
                        + "VALUES (?,?,?,?,?,?,?,'OPEN','','','') ON CONFLICT (terminal, day, ref, verdict) DO UPDATE SET "
                        + "fen = excluded.fen, detail = excluded.detail, "
                        + "state = CASE WHEN state = 'GONE' THEN 'OPEN' ELSE state END",
                line.terminal(),
                line.day().toString(),
                line.ref(),
                line.verdict().name(),
                line.odd(),
                detail(line),
                now);
    }

    private static String detail(Line line) {
        var said = new LinkedHashMap<String, String>();
        said.put("journal", line.receipt());
        said.put("office", line.office());
        said.put("order", line.order());
        said.put("remark", line.remark());
        said.values().removeIf(String::isEmpty);
        return said.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private interface Objection {
        Optional<String> to(Finding finding);
    }

    private interface Change {
        void on(Sql sql, Finding finding) throws SQLException;
    }

    private Acted act(String by, long id, String kind, Objection objection, Change change) {
        return store.keep(sql -> {
            if (!Supervisors.is(sql, by)) {
                return new Acted.NotSupervisor();
            }
            Optional<Finding> found = sql.one(SELECT + "WHERE finding.id = ?", Findings::finding, id);
            if (found.isEmpty()) {
                return new Acted.Refused("there is no exception " + id);
            }
            Optional<String> why = objection.to(found.get());
            if (why.isPresent()) {
                return new Acted.Refused(why.get());
            }
            change.on(sql, found.get());
            Finding now = sql.one(SELECT + "WHERE finding.id = ?", Findings::finding, id)
                    .orElseThrow();
            Trail.write(sql, clock.instant(), kind, facts(by, now));
            return new Acted.Done();
        });
    }

    private static Map<String, String> facts(String by, Finding finding) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("by", by);
        facts.put("exception", String.valueOf(finding.id()));
        facts.put("terminal", finding.terminal());
        facts.put("day", finding.day().toString());
        facts.put("case", finding.ref());
        facts.put("verdict", finding.verdict().name());
        facts.put("state", finding.state().name());
        facts.put("remark", finding.remark());
        return facts;
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                LocalDate.parse(row.getString(4)),
                row.getString(5),
                Verdict.valueOf(row.getString(6)),
                row.getLong(7),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)),
                State.valueOf(row.getString(10)),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}
