package io.zizhu.central.ingest;

import io.zizhu.central.store.Sql;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.seal.SealKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys with which terminals sign the heads of their journals, as the centre learned them: the first one of each journal,
 * heard over the line that only this terminal can open. Another key in the same journal is not believed. Inside the
 * transaction that stores the row.
 */
public final class HeadKeys {
    private HeadKeys() {}

    /** The key whose word counts for this journal; empty before its first signed head. */
    public static Optional<SealKey> of(Sql sql, String terminal, int epoch) throws SQLException {
        return keys(sql, "terminal = ? AND epoch = ?", terminal, epoch).stream().findFirst();
    }

    /** A signed head came in; learns its key, or raises an alarm. */
    static void hear(Sql sql, String terminal, int epoch, ChainRow row, Instant now) throws SQLException {
        Optional<SealKey> known = of(sql, terminal, epoch);
        switch (SignedHead.check(row, known.stream().toList())) {
            case SignedHead.Checked.Genuine genuine -> {
                // as it should be
            }
            case SignedHead.Checked.Forged(String why) ->
                Alarms.raise(sql, terminal, Alarms.Kind.TAMPERED, "head " + row.seq() + " " + why, now);
            case SignedHead.Checked.Stranger(SealKey key) -> {
                if (known.isPresent()) {
                    String what = "head " + row.seq() + " is signed by another key: " + key.id();
                    Alarms.raise(sql, terminal, Alarms.Kind.TAMPERED, what, now);
                } else {
                    learn(sql, terminal, epoch, key, now);
                }
            }
        }
    }

    private static void learn(Sql sql, String terminal, int epoch, SealKey key, Instant now) throws SQLException {
        List<SealKey> before = keys(sql, "terminal = ?", terminal);
        if (!before.isEmpty() && !before.contains(key)) {
            String what = "journal " + epoch + " is signed by another key than the one before: " + key.id();
            Alarms.raise(sql, terminal, Alarms.Kind.REPLACED, what, now);
        }
        sql.change("INSERT INTO head_key VALUES (?,?,?,?)", terminal, epoch, SealKey.FORM.bytes(key), now);
    }

    private static List<SealKey> keys(Sql sql, String where, Object... values) throws SQLException {
        return sql
                .all("SELECT key FROM head_key WHERE " + where, row -> SealKey.FORM.open(row.getBytes(1)), values)
                .stream()
                .map(Read::orThrow)
                .toList();
    }
}
