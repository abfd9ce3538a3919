package io.zizhu.terminal.journal;

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

/**
 * The personal fields: each visit has a random data key, wrapped by the machine key; destroying it erases the visit's
 * personal fields from every row, here and at the centre, while the chain still verifies. On the journal's thread only.
 */
final class Vault {
    private final Connection connection;
    private final MachineKey machine;

    Vault(Connection connection, MachineKey machine) {
        this.connection = connection;
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

    /** The visit is over; when its key goes is {@link Retention}'s matter. */
    void close(String visit) throws SQLException {
        try (var mark = connection.prepareStatement("update visit_key set closed = 1 where visit = ?")) {
            mark.setString(1, visit);
            mark.executeUpdate();
        }
    }

    /** At start: every visit is over. */
    void closeAll() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update visit_key set closed = 1 where closed = 0");
        }
    }

    private byte[] key(String visit) throws SQLException {
        Optional<byte[]> wrapped = wrapped(visit);
        if (wrapped.isPresent()) {
            try {
                return machine.unwrap(wrapped.get());
            } catch (GeneralSecurityException e) {
                throw new SQLException("the machine key does not fit the journal", e);
            }
        }
        byte[] key = Gcm.random(Gcm.KEY_BYTES);
        try (var insert =
                connection.prepareStatement("insert into visit_key(visit, wrapped, closed) values (?, ?, 0)")) {
            insert.setString(1, visit);
            insert.setBytes(2, machine.wrap(key));
            insert.executeUpdate();
        }
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
