package io.zizhu.terminal.journal;

import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.disk.Disk;
import io.zizhu.terminal.journal.disk.Statements;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Octets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables: rows, the marks of what waits, and what is left of each supply. Never commits; on the journal's thread. */
final class Rows {
    private static final String COLUMNS = "seq, at, kind, visit, open, sealed, previous, hash";

    private final Connection connection;
    private final Statements statements;

    Rows(Connection connection, Statements statements) {
        this.connection = connection;
        this.statements = statements;
    }

    /** The numbers of a time's first and last row; the first is 0 where there is none. */
    record Span(long first, long last) {}

    void insert(ChainRow row, boolean waits) throws SQLException {
        var insert = statements.of("insert into row(" + COLUMNS + ", waits) values (?,?,?,?,?,?,?,?,?)");
        insert.setLong(1, row.seq());
        insert.setString(2, row.at().toString());
        insert.setString(3, row.kind());
        insert.setString(4, row.visit());
        insert.setString(5, row.open().canonical());
        insert.setBytes(6, row.sealed().bytes());
        insert.setString(7, row.previous().hex());
        insert.setString(8, row.hash().hex());
        insert.setInt(9, waits ? 1 : 0);
        insert.executeUpdate();
    }

    void answered(long intent) throws SQLException {
        var update = statements.of("update row set waits = 0 where seq = ?");
        update.setLong(1, intent);
        update.executeUpdate();
    }

    /**
     * The intents that are marked as waiting, oldest first, by looking at every row: for the start. Later the memory is
     * asked; an index of the marks would be one more page in every commit.
     */
    Map<Long, VisitId> waiting() throws SQLException {
        var waiting = new LinkedHashMap<Long, VisitId>();
        try (var select = connection.prepareStatement("select seq, visit from row where waits = 1 order by seq");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                waiting.put(row.getLong(1), new VisitId(row.getString(2)));
            }
        }
        return waiting;
    }

    /** More or less of a supply; there is never less than nothing. */
    void change(String supply, int by) throws SQLException {
        var update = statements.of("insert into supply(name, remaining) values (?1, max(0, ?2))"
                + " on conflict(name) do update set remaining = max(0, remaining + ?2)");
        update.setString(1, supply);
        update.setInt(2, by);
        update.executeUpdate();
    }

    int left(String supply) throws SQLException {
        try (var select = connection.prepareStatement("select remaining from supply where name = ?")) {
            select.setString(1, supply);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    Optional<ChainRow> last() throws SQLException {
        return rows("select " + COLUMNS + " from row order by seq desc limit ?", 1).stream()
                .findFirst();
    }

    /** The row of the last signed head, 0 before the first. */
    long lastHead() throws SQLException {
        return numbers("select seq from row where kind = '" + SignedHead.KIND + "' order by seq desc limit 1").stream()
                .findFirst()
                .orElse(0L);
    }

    ChainRow one(long seq) throws SQLException {
        List<ChainRow> found = rows("select " + COLUMNS + " from row where seq = ?", seq);
        if (found.isEmpty()) {
            throw new SQLException("row " + seq + " is missing");
        }
        return found.getFirst();
    }

    /** A row that is shown while the table is gone through. */
    interface Shown {
        /** Whether to go on. */
        boolean row(ResultSet row) throws SQLException;
    }

    /** Shows the rows after this one, so many at most; false where it was enough before the last. */
    boolean show(long seq, int most, Shown shown) throws SQLException {
        try (var select = connection.prepareStatement(
                "select " + COLUMNS + " from row where seq > ? order by seq limit " + most)) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!shown.row(row)) {
                        return false;
                    }
                }
                return true;
            }
        }
    }

    List<ChainRow> after(long seq, int most) throws SQLException {
        return rows("select " + COLUMNS + " from row where seq > ? order by seq limit " + most, seq);
    }

    /**
     * The numbers of the first and the last row of a time; the first is 0 where there is none. Between two rows that say
     * that the clock was set back, times never fall, so that no index of them is needed.
     *
     * @param end the last row there is
     */
    Span span(Instant from, Instant to, long end) throws SQLException {
        long first = 0;
        long last = 0;
        long begin = 1;
        List<Long> ends = numbers("select seq from row where kind = '" + Disk.CLOCK + "' order by seq");
        ends.add(end + 1);
        for (long next : ends) {
            long reached = reached(from, begin, next);
            long passed = reached(to, begin, next);
            if (reached < passed) {
                first = first == 0 ? reached : first;
                last = passed - 1;
            }
            begin = next;
        }
        return new Span(first, last);
    }

    /** The first row from {@code low} on and before {@code high} that is not before the time; {@code high} where none is. */
    private long reached(Instant time, long low, long high) throws SQLException {
        long least = low;
        long most = high;
        while (least < most) {
            long middle = (least + most) >>> 1;
            if (at(middle).isBefore(time)) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    private Instant at(long seq) throws SQLException {
        var select = statements.of("select at from row where seq = ?");
        select.setLong(1, seq);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("row " + seq + " is missing");
            }
            return Instant.parse(row.getString(1));
        }
    }

    private List<Long> numbers(String query) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private List<ChainRow> rows(String query, long parameter) throws SQLException {
        var found = new ArrayList<ChainRow>();
        try (var select = connection.prepareStatement(query)) {
            select.setLong(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row(row));
                }
            }
        }
        return found;
    }

    static ChainRow row(ResultSet row) throws SQLException {
        Json open = Json.parse(Gcm.utf8(row.getString("open")), Limits.USUAL).orThrow();
        return new ChainRow(
                row.getLong("seq"),
                Instant.parse(row.getString("at")),
                row.getString("kind"),
                row.getString("visit"),
                open instanceof Json.Obj facts ? facts : Json.Obj.EMPTY,
                Octets.of(row.getBytes("sealed")),
                new Digest(row.getString("previous")),
                new Digest(row.getString("hash")));
    }
}
