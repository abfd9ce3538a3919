package io.zizhu.central.day;

import io.zizhu.central.day.Sources.File;
import io.zizhu.central.day.Sources.Order;
import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainRow;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The books of a terminal's day, reckoned from what the centre holds now. Rows that come late change them, so that they are
 * never closed; a person's settlement stays. Any thread.
 */
public final class DayBooks {
    /** A day is the stations' civil day, wherever the centre runs. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How long before its end an order was begun at the earliest; its begin is not kept. */
    private static final Duration ORDER = Duration.ofMinutes(3);

    private static final String MONEY =
            Kinds.MONEY.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(","));

    private final Store store;
    private final Clock clock;

    public DayBooks(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Lays the sources side by side and enters what does not fit as exceptions.
     *
     * @return a line for each payment, by time
     */
    public List<Line> reckon(String terminal, LocalDate day) {
        Instant now = clock.instant();
        return store.keep(sql -> {
            List<Line> lines = Reckoning.of(sources(sql, terminal, day), now);
            Findings.note(sql, terminal, day, lines, now);
            return lines;
        });
    }

    /** The civil day it is now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static Sources sources(Sql sql, String terminal, LocalDate day) throws SQLException {
        Instant from = day.atStartOfDay(ZONE).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        Set<String> cases = Set.copyOf(sql.all(
                "SELECT DISTINCT mention.value FROM row CROSS JOIN mention USING (terminal, epoch, seq) "
                        + "WHERE row.terminal = ? AND row.at >= ? AND row.at < ? "
                        + "AND row.kind IN ('charge', 'doubt') AND word = 'case'",
                row -> row.getString(1),
                terminal,
                from,
                to));
        List<Fact> facts = new ArrayList<>();
        for (String each : cases) {
            facts.addAll(facts(sql, terminal, each));
        }
        Map<String, File> files = new HashMap<>(paid(sql, terminal, from, to));
        for (String each : cases) {
            numbered(sql, each).forEach(file -> files.put(file.number(), file));
        }
        Map<String, Order> orders = orders(sql, terminal, from, to);
        var charged = new HashSet<String>();
        for (Fact fact : facts) {
            if (fact.kind().equals(Kinds.CHARGE) && fact.intent()) {
                charged.add(fact.word("receipt"));
            }
        }
        for (String number : charged) {
            ordered(sql, number).forEach(order -> orders.put(order.number(), order));
        }
        List<Fact> closes = closes(sql, terminal, from, to);
        return new Sources(terminal, day, facts, elsewhere(sql, terminal, files, cases), orders, closes, from, to);
    }

    // CROSS JOIN: SQLite would rather walk through all rows of a terminal, for their order, than look the few up.

    /** Money rows of one case in their order; a row that stands in two journals of the terminal counts once. */
    private static List<Fact> facts(Sql sql, String terminal, String caseNumber) throws SQLException {
        return once(sql.all(
                "SELECT row.epoch, row.hash, row.body FROM mention CROSS JOIN row USING (terminal, epoch, seq) "
                        + "WHERE word = 'case' AND value = ? AND mention.terminal = ? AND row.kind IN (" + MONEY + ") "
                        + "ORDER BY row.epoch, row.seq",
                row -> new Kept(row.getInt(1), row.getString(2), row.getBytes(3)),
                caseNumber,
                terminal));
    }

    private static List<Fact> closes(Sql sql, String terminal, Instant from, Instant to) throws SQLException {
        return once(sql.all(
                "SELECT epoch, hash, body FROM row WHERE terminal = ? AND at >= ? AND at < ? AND kind = ? "
                        + "ORDER BY epoch, seq",
                row -> new Kept(row.getInt(1), row.getString(2), row.getBytes(3)),
                terminal,
                from,
                to,
                Kinds.DAY_CLOSE));
    }

    private record Kept(int epoch, String hash, byte[] body) {}

    private static List<Fact> once(List<Kept> rows) {
        var keys = new HashMap<String, String>();
        var twins = new HashMap<String, String>();
        var facts = new LinkedHashMap<String, Fact>();
        for (Kept row : rows) {
            Fact fact = Fact.of(row.epoch, ChainRow.FORM.open(row.body).orThrow());
            String twin = keys.putIfAbsent(row.hash, fact.key());
            if (twin == null) {
                String of = twins.getOrDefault(fact.of(), fact.of());
                facts.put(fact.key(), new Fact(fact.key(), of, fact.at(), fact.kind(), fact.intent(), fact.open()));
            } else {
                twins.put(fact.key(), twin);
            }
        }
        return List.copyOf(facts.values());
    }

    private static final String FILE = "SELECT number, state, fee, COALESCE(receipt, ''), made_at FROM matter ";

    private static Map<String, File> paid(Sql sql, String terminal, Instant from, Instant to) throws SQLException {
        return byNumber(sql.all(
                FILE + "WHERE terminal = ? AND made_at >= ? AND made_at < ? AND receipt IS NOT NULL",
                DayBooks::file,
                terminal,
                from,
                to));
    }

    private static List<File> numbered(Sql sql, String number) throws SQLException {
        return sql.all(FILE + "WHERE number = ?", DayBooks::file, number);
    }

    /** Without case files that were made this day but charged on another. */
    private static Map<String, File> elsewhere(Sql sql, String terminal, Map<String, File> files, Set<String> cases)
            throws SQLException {
        var here = new HashMap<>(files);
        for (String number : files.keySet()) {
            if (!cases.contains(number) && !facts(sql, terminal, number).isEmpty()) {
                here.remove(number);
            }
        }
        return here;
    }

    private static Map<String, File> byNumber(List<File> files) {
        return files.stream().collect(Collectors.toMap(File::number, each -> each));
    }

    private static File file(java.sql.ResultSet row) throws SQLException {
        return new File(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    private static final String ORDERS = "SELECT number, fen, state, until_at FROM pay_order ";

    private static Map<String, Order> orders(Sql sql, String terminal, Instant from, Instant to) throws SQLException {
        List<Order> found = sql.all(
                ORDERS + "WHERE terminal = ? AND state = 'PAID' AND until_at >= ? AND until_at < ?",
                DayBooks::order,
                terminal,
                from.plus(ORDER),
                to.plus(ORDER));
        return new HashMap<>(found.stream().collect(Collectors.toMap(Order::number, each -> each)));
    }

    private static List<Order> ordered(Sql sql, String number) throws SQLException {
        return sql.all(ORDERS + "WHERE number = ?", DayBooks::order, number);
    }

    private static Order order(java.sql.ResultSet row) throws SQLException {
        return new Order(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)).minus(ORDER));
    }
}
