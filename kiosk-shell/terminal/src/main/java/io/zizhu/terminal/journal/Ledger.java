package io.zizhu.terminal.journal;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal.Open;
import io.zizhu.service.port.VisitId;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.Proof;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.json.Octets;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows in their file; on the journal's thread only. Every write is one commit. */
final class Ledger implements AutoCloseable {
    /** A row that says that the clock was set back: {@code was} and {@code is}. */
    static final String CLOCK = "clock-jump";

    private static final String COLUMNS = "seq, at, kind, visit, open, sealed, previous, hash";
    private static final long TAIL =
            4; // so many times the rows between two heads are looked at before the first greeting
    private static final Duration ADJUSTED = Duration.ofSeconds(1); // a clock that is only being kept right

    private final Connection connection;
    private final Vault vault;
    private final Retention retention;
    private final Care care;
    private final ChainHead genesis;
    private final Statements statements;
    private End end;
    private long acknowledged;

    /**
     * Where the chain ends.
     *
     * @param at what the last row's clock said
     * @param signed the last signed head's own row, 0 before the first
     */
    private record End(ChainHead head, Instant at, long signed) {}

    Ledger(Connection connection, String owner, MachineKey machine, Care care) throws SQLException {
        this.connection = connection;
        this.statements = new Statements(connection);
        this.vault = new Vault(connection, statements, machine);
        this.retention = new Retention(connection);
        this.care = care;
        this.genesis = ChainHead.genesis(owner);
        List<ChainRow> last = rows("select " + COLUMNS + " from row order by seq desc limit ?", 1);
        List<ChainRow> signed = rows(
                "select " + COLUMNS + " from row where kind = '" + SignedHead.KIND + "' order by seq desc limit ?", 1);
        this.end = last.isEmpty()
                ? new End(genesis, Instant.EPOCH, 0)
                : new End(
                        ChainHead.after(last.getFirst()),
                        last.getFirst().at(),
                        signed.isEmpty() ? 0 : signed.getFirst().seq());
        this.acknowledged = number(Disk.meta(connection, "acknowledged"), end.head.seq());
        vault.closeAll(end.head.seq()); // no visit outlives its process
        connection.commit();
    }

    long write(Instant now, VisitId visit, Entry entry, Mode mode) throws SQLException {
        return commit(now, at -> {
            VisitId whose = mode instanceof Mode.Outcome(long intent) ? answered(intent) : visit;
            Octets sealed = vault.seal(whose.value(), end.head.seq() + 1, entry.personal());
            long seq = append(at, entry.kind(), whose, Facts.of(entry, mode), sealed, mode instanceof Mode.Intent);
            for (var change : entry.supplies().entrySet()) {
                change(change.getKey(), change.getValue());
            }
            if (mode instanceof Mode.Close) {
                vault.close(whose.value(), seq);
            } else {
                vault.wrote(whose.value(), seq);
            }
            return seq;
        });
    }

    /** A row whose facts are more than texts, such as a report on a bundle. */
    long report(Instant now, String kind, Json.Obj facts) throws SQLException {
        return commit(now, at -> append(at, kind, VisitId.NONE, facts, Octets.NONE, false));
    }

    /** Signs the head, where there are rows since the last one. */
    boolean sign(Instant now) throws SQLException {
        if (care.signer().isEmpty() || end.head.seq() == end.signed) {
            return false;
        }
        commit(now, this::signed);
        return true;
    }

    /** Writes something that means nothing, to see whether it can. */
    void probe() throws SQLException {
        set("probed", "yes");
    }

    private long signed(Instant at) throws SQLException {
        ChainRow row =
                SignedHead.sign(end.head, at, care.signer().orElseThrow()).row();
        insert(row, false);
        end = new End(ChainHead.after(row), at, row.seq());
        return row.seq();
    }

    /**
     * Where the machine key has changed: wraps every data key anew and says so in the chain, in one commit, before the
     * older machine keys go.
     */
    void renewKeys(Instant now) throws SQLException, IOException {
        if (!vault.machine().changed()) {
            return;
        }
        Vault.Renewed done = commit(now, at -> {
            Vault.Renewed renewed = vault.renew();
            if (renewed.wrapped() + renewed.unreadable() > 0) {
                Json.Obj facts = Json.Obj.EMPTY
                        .with("place", vault.machine().place())
                        .with("wrapped", String.valueOf(renewed.wrapped()))
                        .with("unreadable", String.valueOf(renewed.unreadable()));
                append(at, "machine-key", VisitId.NONE, facts, Octets.NONE, false);
            }
            return renewed;
        });
        if (done.wrapped() > 0) {
            settle(); // what the older keys wrapped leaves the disk before they do
        }
        vault.machine().settled();
    }

    /** One small step of forgetting, and what the chain says of it, in one commit; see {@link Retention}. */
    Retention.Step erase(Instant now, long nanos, Duration keep, int most) throws SQLException {
        Retention.Step done = commit(now, at -> {
            Retention.Step step = retention.step(at, nanos, acknowledged(), keep, most);
            for (Entry entry : step.rows()) {
                append(at, entry.kind(), VisitId.NONE, Facts.of(entry, new Mode.Note()), Octets.NONE, false);
            }
            return step;
        });
        retention.committed();
        return done;
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

    private interface Change<T> {
        T make(Instant at) throws SQLException;
    }

    private <T> T commit(Instant now, Change<T> change) throws SQLException {
        End before = end;
        try {
            T made = change.make(told(now));
            if (care.signer().isPresent() && end.head.seq() - end.signed >= care.rows()) {
                signed(end.at);
            }
            connection.commit();
            return made;
        } catch (SQLException | RuntimeException trouble) {
            end = before;
            vault.undone();
            undo(trouble);
            throw trouble;
        }
    }

    private void set(String name, String value) throws SQLException {
        try {
            Disk.meta(connection, name, value);
            connection.commit();
        } catch (SQLException trouble) {
            undo(trouble);
            throw trouble;
        }
    }

    /**
     * SQLite rolls back by itself where the disk is full or fails. Then there is nothing left to undo, but the connection
     * must be told to begin again: without a transaction every statement would be a commit of its own.
     */
    private void undo(Exception trouble) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException already) {
            trouble.addSuppressed(already);
            beginAgain(trouble);
        }
    }

    private void beginAgain(Exception trouble) throws SQLException {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException nothingToCommit) {
            trouble.addSuppressed(nothingToCommit);
        }
        connection.setAutoCommit(false);
    }

    /** The time for the next row: never before the last one's, unless a row of its own says so first. */
    private Instant told(Instant now) throws SQLException {
        if (!now.isBefore(end.at)) {
            return now;
        }
        if (Duration.between(now, end.at).compareTo(ADJUSTED) <= 0) {
            return end.at;
        }
        Json.Obj facts = Json.Obj.EMPTY.with("was", end.at.toString()).with("is", now.toString());
        append(now, CLOCK, VisitId.NONE, facts, Octets.NONE, false);
        return now;
    }

    private long append(Instant at, String kind, VisitId visit, Json.Obj facts, Octets sealed, boolean waits)
            throws SQLException {
        ChainRow row = end.head.append(at, kind, visit.value(), facts, sealed);
        insert(row, waits);
        end = new End(ChainHead.after(row), at, end.signed);
        return row.seq();
    }

    private void insert(ChainRow row, boolean waits) throws SQLException {
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

    /** The intent waits no more; tells whose it was. */
    private VisitId answered(long intent) throws SQLException {
        var update = statements.of("update row set waits = 0 where seq = ? and waits = 1 returning visit");
        update.setLong(1, intent);
        try (ResultSet visit = update.executeQuery()) {
            if (!visit.next()) {
                throw new IllegalArgumentException("row " + intent + " is no intent that waits for its outcome");
            }
            return new VisitId(visit.getString(1));
        }
    }

    private void change(String supply, int by) throws SQLException {
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

    List<Open> open() throws SQLException {
        var open = new ArrayList<Open>();
        for (ChainRow row : rows("select " + COLUMNS + " from row where waits = ? order by seq", 1)) {
            Map<String, String> personal =
                    vault.open(row.visit(), row.seq(), row.sealed()).orElse(Map.of("unreadable", "yes"));
            Entry entry = new Entry(row.kind(), Facts.own(row.open()), personal, row.supplies());
            open.add(new Open(row.seq(), new VisitId(row.visit()), row.at(), entry));
        }
        return open;
    }

    ChainHead genesis() {
        return genesis;
    }

    /**
     * A proof of the last rows, from well before the last head that was signed, or of all where there is none: what must be
     * right before a row may follow.
     */
    Proof tail() throws SQLException {
        long from = Math.max(1, Math.min(end.signed, end.head.seq() - TAIL * care.rows()));
        List<ChainRow> first = from == 1 ? List.of() : after(from - 1, 1);
        ChainHead start = first.isEmpty()
                ? genesis
                : new ChainHead(from - 1, first.getFirst().previous());
        var proof = new Proof(start, care.keys());
        boolean more = true;
        while (more) {
            more = follow(proof, 500);
        }
        return proof;
    }

    Proof proof() {
        return new Proof(genesis, care.keys());
    }

    /** Shows the proof the next rows; at the end, also the tables beside them. Whether there is more. */
    boolean follow(Proof proof, int most) throws SQLException {
        long from = proof.head().seq();
        try (var select = connection.prepareStatement(
                "select " + COLUMNS + " from row where seq > ? order by seq limit " + most)) {
            select.setLong(1, from);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!shown(row, proof)) {
                        return false;
                    }
                }
            }
        }
        if (proof.head().seq() < end.head.seq()) {
            if (proof.head().seq() == from) {
                proof.unreadable(from + 1, "the table has no more rows, though its last one is " + end.head.seq());
            }
            return proof.bad().isEmpty();
        }
        proof.compare(numbers("select seq from row where waits = 1"));
        for (String supply : proof.supplies()) {
            proof.compare(supply, left(supply));
        }
        return false;
    }

    private static boolean shown(ResultSet row, Proof proof) throws SQLException {
        long seq = row.getLong("seq");
        try {
            return proof.follow(row(row));
        } catch (Misfit | DateTimeException unreadable) {
            proof.unreadable(seq, unreadable.getClass().getSimpleName());
            return false;
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

    /** The chain is not believed any more; the next start sets the file aside. */
    void torn(String why) throws SQLException {
        set(Disk.TORN, why);
    }

    ChainHead head() {
        return end.head;
    }

    List<ChainRow> after(long seq, int most) throws SQLException {
        return rows("select " + COLUMNS + " from row where seq > ? order by seq limit " + most, seq);
    }

    /**
     * The numbers of the first and the last row of a time; the first is 0 where there is none. Between two rows that say
     * that the clock was set back, times never fall, so that no index of them is needed.
     */
    Span span(Instant from, Instant to) throws SQLException {
        long first = 0;
        long last = 0;
        long begin = 1;
        List<Long> ends = numbers("select seq from row where kind = '" + CLOCK + "' order by seq");
        ends.add(end.head.seq() + 1);
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

    record Span(long first, long last) {}

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

    long acknowledged() {
        return acknowledged;
    }

    void acknowledge(long upTo) throws SQLException {
        long known = Math.clamp(upTo, acknowledged, Math.max(acknowledged, end.head.seq()));
        set("acknowledged", Long.toString(known));
        acknowledged = known;
    }

    /** What cannot be right is nothing: then all is sent again, and the centre knows it already. */
    private static long number(String acknowledged, long last) {
        try {
            long number = Long.parseLong(acknowledged);
            return number < 0 || number > last ? 0 : number;
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    long count() {
        return end.head.seq();
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
