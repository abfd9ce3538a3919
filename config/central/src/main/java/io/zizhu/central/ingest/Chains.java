package io.zizhu.central.ingest;

import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The journals each terminal has sent rows of. A terminal has one, until its file is damaged and set aside, or its disk is
 * replaced; the next one begins again at row 1 and is kept beside its predecessor under the next epoch. Any thread.
 */
public final class Chains {
    private static final String COLUMNS =
            "epoch, first, up_to, head, since_at, heard_at FROM chain WHERE terminal = ? ";

    private final Store store;
    private final Clock clock;

    public Chains(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One journal as far as it is stored here.
     *
     * @param epoch 1, 2, 3…
     * @param first hash of its row 1
     * @param head its last row stored
     * @param heard when a batch of it came the last time
     */
    public record Chain(int epoch, String first, ChainHead head, Instant since, Instant heard) {
        Chain at(ChainHead next, Instant now) {
            return new Chain(epoch, first, next, since, now);
        }
    }

    /** Every journal of a terminal, the newest first. */
    public List<Chain> of(String terminal) {
        return store.keep(sql -> all(sql, terminal));
    }

    /**
     * A technician has looked at a fork: the terminal's journal went back to an earlier copy of itself. From now on it is
     * taken in once more from its row 1, beside what is stored of it; nothing of either history is lost.
     *
     * @return the new journal's epoch; empty where nothing of the terminal is stored
     */
    public Optional<Integer> anew(String terminal) {
        Instant now = clock.instant();
        return store.keep(sql -> {
            Optional<Chain> newest = newest(sql, terminal);
            Optional<byte[]> body = sql.one(
                    "SELECT body FROM row WHERE terminal = ? AND hash = ? AND seq = 1",
                    row -> row.getBytes(1),
                    terminal,
                    newest.map(Chain::first).orElse(""));
            if (newest.isEmpty() || body.isEmpty()) {
                return Optional.empty();
            }
            ChainRow first = ChainRow.FORM.open(body.get()).orThrow();
            var head = new ChainHead(0, first.previous());
            keep(sql, terminal, new Chain(newest.get().epoch() + 1, newest.get().first(), head, now, now));
            return Optional.of(newest.get().epoch() + 1);
        });
    }

    static List<Chain> all(Sql sql, String terminal) throws SQLException {
        return sql.all("SELECT " + COLUMNS + "ORDER BY epoch DESC", Chains::chain, terminal);
    }

    static Optional<Chain> newest(Sql sql, String terminal) throws SQLException {
        return sql.one("SELECT " + COLUMNS + "ORDER BY epoch DESC LIMIT 1", Chains::chain, terminal);
    }

    /** The journal that begins with this row, the newest where a technician had it sent anew. */
    static Optional<Chain> find(Sql sql, String terminal, String first) throws SQLException {
        return sql.one(
                "SELECT " + COLUMNS + "AND first = ? ORDER BY epoch DESC LIMIT 1", Chains::chain, terminal, first);
    }

    static void keep(Sql sql, String terminal, Chain chain) throws SQLException {
        sql.change(
                "INSERT INTO chain (terminal, epoch, first, up_to, head, since_at, heard_at) VALUES (?,?,?,?,?,?,?) "
                        + "ON CONFLICT (terminal, epoch) DO UPDATE SET up_to = excluded.up_to, head = excluded.head, "
                        + "heard_at = excluded.heard_at",
                terminal,
                chain.epoch,
                chain.first,
                chain.head.seq(),
                chain.head.hash().hex(),
                chain.since,
                chain.heard);
    }

    private static Chain chain(ResultSet row) throws SQLException {
        return new Chain(
                row.getInt(1),
                row.getString(2),
                new ChainHead(row.getLong(3), new Digest(row.getString(4))),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
