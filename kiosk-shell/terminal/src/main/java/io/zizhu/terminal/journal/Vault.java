package io.zizhu.terminal.journal;

import io.zizhu.terminal.journal.disk.Statements;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.json.Read;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The personal fields: each visit has a random data key, wrapped by the machine key; destroying it erases the visit's
 * personal fields from every row, here and at the centre, while the chain still verifies. On the journal's thread only.
 */
final class Vault {
    private final Connection connection;
    private final Statements statements;
    private final MachineKey machine;
    private @Nullable Current current;

    /** The data key that was made last, so that the visit's rows need not look for it again; while the visit lasts. */
    private record Current(String visit, byte[] key) {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    Vault(Connection connection, Statements statements, MachineKey machine) {
        this.connection = connection;
        this.statements = statements;
        this.machine = machine;
    }

    Octets seal(String visit, long seq, Map<String, String> personal) throws SQLException {
        if (personal.isEmpty()) {
            return Octets.NONE;
        }
        byte[] key = key(visit);
        return Octets.of(Gcm.seal(key, Facts.texts(personal).bytes(), beside(visit, seq)));
    }

    /** Empty where the key is gone or does not fit: then a person has to look at the paper. */
    Optional<Map<String, String>> open(String visit, long seq, Octets sealed) throws SQLException {
        if (sealed.isEmpty()) {
            return Optional.of(Map.of());
        }
        Optional<byte[]> wrapped = wrapped(visit);
        if (wrapped.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] plain = Gcm.open(machine.unwrap(wrapped.get()), sealed.bytes(), beside(visit, seq));
            return Json.parse(plain, Limits.USUAL) instanceof Read.Good<Json>(Json.Obj facts)
                    ? Optional.of(Facts.own(facts))
                    : Optional.empty();
        } catch (GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What became of the data keys when they were wrapped anew.
     *
     * @param unreadable those that no machine key opens any more; they stay as they are
     */
    record Renewed(int wrapped, int unreadable) {}

    Renewed renew() throws SQLException {
        int wrapped = 0;
        int unreadable = 0;
        for (String visit : visits()) {
            try {
                byte[] key = machine.unwrap(wrapped(visit).orElseThrow());
                try (var update = connection.prepareStatement("update visit_key set wrapped = ? where visit = ?")) {
                    update.setBytes(1, machine.wrap(key));
                    update.setString(2, visit);
                    wrapped += update.executeUpdate();
                }
            } catch (GeneralSecurityException gone) {
                unreadable++;
            }
        }
        return new Renewed(wrapped, unreadable);
    }

    private List<String> visits() throws SQLException {
        var visits = new ArrayList<String>();
        try (var select = connection.prepareStatement("select visit from visit_key");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                visits.add(rows.getString(1));
            }
        }
        return visits;
    }

    MachineKey machine() {
        return machine;
    }

    /**
     * The visit is over; when its key goes is {@link Retention}'s matter.
     *
     * @param last the row that says so
     */
    void close(String visit, long last) throws SQLException {
        current = null;
        update("update visit_key set closed = 1, last = ?, since = null where visit = ?", last, visit);
    }

    /**
     * A row of the visit was written: what the centre has not seen keeps the key. While the visit lasts its key stays
     * anyway, and nothing has to be written of it.
     */
    void wrote(String visit, long last) throws SQLException {
        if (!visit.isEmpty() && !open(visit)) {
            update("update visit_key set last = ?, since = null where visit = ? and closed = 1", last, visit);
        }
    }

    private boolean open(String visit) {
        return current != null && current.visit().equals(visit);
    }

    private void update(String sql, long last, String visit) throws SQLException {
        var update = statements.of(sql);
        update.setLong(1, last);
        update.setString(2, visit);
        update.executeUpdate();
    }

    /** What was changed since the last commit was undone: perhaps there is no such key. */
    void undone() {
        current = null;
    }

    /**
     * At start: every visit is over.
     *
     * @param last the journal's last row, for one that was cut off has none after it
     */
    void closeAll(long last) throws SQLException {
        try (var update = connection.prepareStatement("update visit_key set closed = 1, last = ? where closed = 0")) {
            update.setLong(1, last);
            update.executeUpdate();
        }
    }

    private byte[] key(String visit) throws SQLException {
        Current known = current;
        if (known != null && known.visit().equals(visit)) {
            return known.key();
        }
        Optional<byte[]> wrapped = wrapped(visit);
        if (wrapped.isPresent()) {
            try {
                return machine.unwrap(wrapped.get());
            } catch (GeneralSecurityException e) {
                throw new SQLException("the machine key does not fit the journal", e);
            }
        }
        byte[] key = Gcm.random(Gcm.KEY_BYTES);
        var insert = statements.of("insert into visit_key(visit, wrapped, closed) values (?, ?, 0)");
        insert.setString(1, visit);
        insert.setBytes(2, machine.wrap(key));
        insert.executeUpdate();
        current = new Current(visit, key);
        return key;
    }

    private Optional<byte[]> wrapped(String visit) throws SQLException {
        try (var select = connection.prepareStatement("select wrapped from visit_key where visit = ?")) {
            select.setString(1, visit);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        }
    }

    private static byte[] beside(String visit, long seq) {
        return Gcm.utf8("zizhu row\n" + seq + "\n" + visit);
    }
}
