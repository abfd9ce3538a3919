package io.zizhu.terminal.journal;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal.Open;
import io.zizhu.service.port.VisitId;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Octets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows in their file; on the journal's thread only. Every write is one commit. */
final class Ledger implements AutoCloseable {
    private static final String COLUMNS = "seq, at, kind, visit, open, sealed, previous, hash";

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z"); // later ones have another form

    private final Connection connection;
    private final Vault vault;
    private final Retention retention;
    private final ChainHead genesis;
    private ChainHead head;

    Ledger(Connection connection, String owner, MachineKey machine) throws SQLException {
        this.connection = connection;
        this.vault = new Vault(connection, machine);
        this.retention = new Retention(connection);
        this.genesis = ChainHead.genesis(owner);
        List<ChainRow> last = rows("select " + COLUMNS + " from row order by seq desc limit ?", 1);
        this.head = last.isEmpty() ? genesis : ChainHead.after(last.getFirst());
        vault.closeAll(); // no visit outlives its process
        connection.commit();
    }

    long write(Instant at, VisitId visit, Entry entry, Mode mode) throws SQLException {
        return commit(() -> {
            Octets sealed = vault.seal(visit.value(), head.seq() + 1, entry.personal());
            ChainRow row = head.append(at, entry.kind(), visit.value(), Facts.of(entry, mode), sealed);
            insert(row, mode instanceof Mode.Intent);
            retention.wrote(visit, row.seq());
            for (var change : entry.supplies().entrySet()) {
                change(change.getKey(), change.getValue());
            }
            switch (mode) {
                case Mode.Outcome(long intent) -> answer(intent);
                case Mode.Close() -> vault.close(visit.value());
                case Mode.Intent(), Mode.Note() -> {}
            }
            return row;
        });
    }

    /** A row whose facts are more than texts, such as a report on a bundle. */
    long report(Instant at, String kind, Json.Obj facts) throws SQLException {
        return commit(() -> {
            ChainRow row = head.append(at, kind, VisitId.NONE.value(), facts, Octets.NONE);
            insert(row, false);
            return row;
        });
    }

    /** One small step of forgetting, and what the chain says of it, in one commit; see {@link Retention}. */
    Retention.Step erase(Instant at, long nanos, Duration keep, int most) throws SQLException {
        try {
            Retention.Step step = retention.step(at, nanos, acknowledged(), keep, most);
            ChainHead next = head;
            for (Entry entry : step.rows()) {
                ChainRow row = next.append(
                        at, entry.kind(), VisitId.NONE.value(), Facts.of(entry, new Mode.Note()), Octets.NONE);
                insert(row, false);
                next = ChainHead.after(row);
            }
            connection.commit();
            head = next;
            retention.committed();
            return step;
        } catch (SQLException | RuntimeException trouble) {
            connection.rollback();
            throw trouble;
        }
    }

    /**
     * Moves the log into the file and empties it: what secure_delete overwrote is then nowhere in our files. Between two
     * commits only.
     */
    void settle() throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        } finally {
            connection.setAutoCommit(false);
        }
    }

    private interface Change {
        ChainRow make() throws SQLException;
    }

    private long commit(Change change) throws SQLException {
        try {
            ChainRow row = change.make();
            connection.commit();
            head = ChainHead.after(row);
            return row.seq();
        } catch (SQLException | RuntimeException trouble) {
            connection.rollback();
            throw trouble;
        }
    }

    private void insert(ChainRow row, boolean waits) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into row(" + COLUMNS + ", waits) values (?,?,?,?,?,?,?,?,?)")) {
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
    }

    private void answer(long intent) throws SQLException {
        try (var update = connection.prepareStatement("update row set waits = 0 where seq = ? and waits = 1")) {
            update.setLong(1, intent);
            if (update.executeUpdate() == 0) {
                throw new IllegalArgumentException("row " + intent + " is no intent that waits for its outcome");
            }
        }
    }

    private void change(String supply, int by) throws SQLException {
        try (var update = connection.prepareStatement("insert into supply(name, remaining) values (?1, max(0, ?2))"
                + " on conflict(name) do update set remaining = max(0, remaining + ?2)")) {
            update.setString(1, supply);
            update.setInt(2, by);
            update.executeUpdate();
        }
    }

    int left(String supply) throws SQLException {
        try (var select = connection.prepareStatement("select remaining from supply where name = ?")) {
            select.setString(1, supply);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    List<Open> open() throws SQLException {
        var open = new ArrayList<Open>();
        for (ChainRow row : rows("select " + COLUMNS + " from row where waits = ? order by seq", 1)) {
            Map<String, String> personal =
                    vault.open(row.visit(), row.seq(), row.sealed()).orElse(Map.of("unreadable", "yes"));
            Entry entry = new Entry(row.kind(), Facts.own(row.open()), personal, Facts.supplies(row.open()));
            open.add(new Open(row.seq(), new VisitId(row.visit()), row.at(), entry));
        }
        return open;
    }

    ChainHead genesis() {
        return genesis;
    }

    ChainHead head() {
        return head;
    }

    List<ChainRow> after(long seq, int most) throws SQLException {
        return rows("select " + COLUMNS + " from row where seq > ? order by seq limit " + most, seq);
    }

    /** The numbers of the first and the last row of a time; the first is 0 where there is none. */
    Span span(Instant from, Instant to) throws SQLException {
        try (var select = connection.prepareStatement("select min(seq), max(seq) from row where at >= ? and at < ?")) {
            select.setString(1, second(from));
            select.setString(2, second(to.isBefore(LATEST) ? to.plusSeconds(1) : LATEST));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Span(row.getLong(1), row.getLong(2)) : new Span(0, 0);
            }
        }
    }

    record Span(long first, long last) {}

    /** As far as the second: what follows in the text of a time does not sort, since {@code .} comes before {@code Z}. */
    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    }

    long acknowledged() throws SQLException {
        return Long.parseLong(Disk.meta(connection, "acknowledged"));
    }

    void acknowledge(long upTo) throws SQLException {
        long known = acknowledged();
        Disk.meta(connection, "acknowledged", Long.toString(Math.clamp(upTo, known, Math.max(known, head.seq()))));
        connection.commit();
    }

    long count() {
        return head.seq();
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

    private static ChainRow row(ResultSet row) throws SQLException {
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
