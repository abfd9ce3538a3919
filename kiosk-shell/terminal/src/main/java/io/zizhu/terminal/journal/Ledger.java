package io.zizhu.terminal.journal;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal.Open;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.disk.Disk;
import io.zizhu.terminal.journal.disk.Statements;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.Proof;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows in their file; on the journal's thread only. Every write is one commit. */
final class Ledger implements AutoCloseable {
    private static final Duration ADJUSTED = Duration.ofSeconds(1); // a clock that is only being kept right

    private final Connection connection;
    private final Vault vault;
    private final Retention retention;
    private final Care care;
    private final ChainHead genesis;
    private final Rows rows;
    private End end;
    private long acknowledged;

    /**
     * Where the chain ends.
     *
     * @param at what the last row's clock said
     * @param signed the last signed head's own row, 0 before the first
     * @param waiting the intents that wait for their outcome, oldest first, and whose they are
     */
    private record End(ChainHead head, Instant at, long signed, Map<Long, VisitId> waiting) {
        End after(ChainRow row, Map<Long, VisitId> nowWaiting) {
            boolean head = row.kind().equals(SignedHead.KIND);
            return new End(ChainHead.after(row), row.at(), head ? row.seq() : signed, nowWaiting);
        }
    }

    Ledger(Connection connection, String owner, MachineKey machine, Care care) throws SQLException {
        this.connection = connection;
        var statements = new Statements(connection);
        this.vault = new Vault(connection, statements, machine);
        this.retention = new Retention(connection);
        this.care = care;
        this.rows = new Rows(connection, statements);
        this.genesis = ChainHead.genesis(owner);
        Map<Long, VisitId> waiting = rows.waiting();
        long signed = rows.lastHead();
        this.end = rows.last()
                .map(last -> new End(ChainHead.after(last), last.at(), signed, waiting))
                .orElse(new End(genesis, Instant.EPOCH, 0, Map.of()));
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
                rows.change(change.getKey(), change.getValue());
            }
            if (mode instanceof Mode.Close) {
                vault.close(whose.value(), seq);
            } else {
                vault.wrote(whose.value(), seq);
            }
            return seq;
        });
    }

    /** The first row after a journal that was set aside, and what staff have to find out since, in one commit. */
    long takeOver(Instant now, Entry said, List<Entry> doubts) throws SQLException {
        return commit(now, at -> {
            long first = append(at, said.kind(), VisitId.NONE, Facts.of(said, new Mode.Note()), Octets.NONE, false);
            for (Entry doubt : doubts) {
                append(at, doubt.kind(), VisitId.NONE, Facts.of(doubt, new Mode.Intent()), Octets.NONE, true);
            }
            return first;
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
        rows.insert(row, false);
        end = end.after(row, end.waiting);
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
            Retention.Step step = retention.step(at, nanos, acknowledged(), visitsThatWait(), keep, most);
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
        append(now, Disk.CLOCK, VisitId.NONE, facts, Octets.NONE, false);
        return now;
    }

    private long append(Instant at, String kind, VisitId visit, Json.Obj facts, Octets sealed, boolean waits)
            throws SQLException {
        ChainRow row = end.head.append(at, kind, visit.value(), facts, sealed);
        rows.insert(row, waits);
        Map<Long, VisitId> waiting = end.waiting;
        if (waits) {
            waiting = new LinkedHashMap<>(waiting);
            waiting.put(row.seq(), visit);
        }
        end = end.after(row, waiting);
        return row.seq();
    }

    /** The intent waits no more; tells whose it was. */
    private VisitId answered(long intent) throws SQLException {
        var left = new LinkedHashMap<>(end.waiting);
        VisitId whose = left.remove(intent);
        if (whose == null) {
            throw new IllegalArgumentException("row " + intent + " is no intent that waits for its outcome");
        }
        rows.answered(intent);
        end = new End(end.head, end.at, end.signed, left);
        return whose;
    }

    private String visitsThatWait() {
        return Json.Arr.texts(end.waiting.values().stream()
                        .map(VisitId::value)
                        .distinct()
                        .toList())
                .canonical();
    }

    List<Open> open() throws SQLException {
        var open = new ArrayList<Open>();
        for (long intent : end.waiting.keySet()) {
            ChainRow row = rows.one(intent);
            Map<String, String> personal =
                    vault.open(row.visit(), row.seq(), row.sealed()).orElse(Map.of("unreadable", "yes"));
            Entry entry = new Entry(row.kind(), Facts.own(row.open()), personal, row.supplies());
            open.add(new Open(row.seq(), new VisitId(row.visit()), row.at(), entry));
        }
        return open;
    }

    Rows rows() {
        return rows;
    }

    /** Shows a proof what must be right before a row may follow; where it is not, it ends at what is bad. */
    Proof tail() throws SQLException {
        return new Checking(rows, care).tail(genesis, end.signed, end.head.seq(), end.waiting.keySet());
    }

    Proof proof() {
        return new Proof(genesis, care.keys());
    }

    /** Shows the proof the next rows; at the end, also the tables beside them. Whether there is more. */
    boolean follow(Proof proof, int most) throws SQLException {
        return new Checking(rows, care).follow(proof, most, end.head.seq(), end.waiting.keySet());
    }

    /** The chain is not believed any more; the next start sets the file aside. */
    void torn(String why) throws SQLException {
        set(Disk.TORN, why);
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
