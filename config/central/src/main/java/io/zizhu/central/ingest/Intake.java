package io.zizhu.central.ingest;

import io.zizhu.central.ingest.Chains.Chain;
import io.zizhu.central.rollout.Rollouts;
import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.report.RowBatch;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes terminals' rows in: each row once, in an unbroken chain, and an acknowledgement only after the commit. A
 * row that does not continue its chain is not stored; it raises an alarm, and the acknowledgement repeats the last
 * number the centre holds. A journal begun anew is another chain, see {@link Chains}. Called on the post's one reading thread.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Store store;
    private final Rollouts rollouts;
    private final Acknowledger acknowledger;
    private final Settled.Ear ear;
    private final Clock clock;

    /** @param ear hears what staff decided, in the commit that stores their word */
    public Intake(Store store, Rollouts rollouts, Acknowledger acknowledger, Settled.Ear ear, Clock clock) {
        this.store = store;
        this.rollouts = rollouts;
        this.acknowledger = acknowledger;
        this.ear = ear;
        this.clock = clock;
    }

    /** Sends an acknowledgement to a terminal; never blocks. */
    @FunctionalInterface
    public interface Acknowledger {
        void send(String terminal, Ack ack);
    }

    /** One message of a terminal's rows. */
    public void hear(String terminal, byte[] message) {
        switch (RowBatch.FORM.open(message)) {
            case Read.Bad<RowBatch>(String field, String why) -> {
                LOG.warn("unreadable rows from {}: {} {}", terminal, field, why);
                store.run(sql -> Alarms.raise(sql, terminal, Alarms.Kind.UNREADABLE, field, clock.instant()));
            }
            case Read.Good<RowBatch>(RowBatch batch) -> take(terminal, batch);
        }
    }

    private void take(String terminal, RowBatch batch) {
        Taken taken = store.keep(sql -> {
            if (!known(sql, terminal)) {
                return Taken.NOBODY;
            }
            Instant now = clock.instant();
            Optional<Chain> place = place(sql, terminal, batch, now);
            if (place.isEmpty()) {
                return new Taken(Optional.of(new Ack(batch.chain(), 0, "")), false);
            }
            Chain chain = place.get();
            boolean opened = false;
            for (ChainRow row : batch.rows()) {
                ChainHead.Followed followed = chain.head().follow(row);
                if (followed instanceof ChainHead.Followed.Next(ChainHead next)) {
                    opened |= keep(sql, terminal, chain.epoch(), row);
                    chain = chain.at(next, now);
                } else if (!mind(sql, new At(terminal, chain.epoch()), row, followed)) {
                    break;
                }
            }
            if (chain.head().seq() > 0) {
                Chains.keep(sql, terminal, chain);
            }
            return new Taken(Optional.of(answer(chain)), opened);
        });
        taken.answer.ifPresent(ack -> acknowledger.send(terminal, ack));
        if (taken.opened) {
            rollouts.ring();
        }
    }

    private static Ack answer(Chain chain) {
        ChainHead head = chain.head();
        return new Ack(
                chain.first(), head.seq(), head.seq() == 0 ? "" : head.hash().hex());
    }

    /**
     * The journal these rows are of. One that was never heard of begins with its row 1 and is the terminal's next: rows of
     * a terminal whose disk was replaced are not lost, but never without an alarm.
     */
    private static Optional<Chain> place(Sql sql, String terminal, RowBatch batch, Instant now) throws SQLException {
        Optional<Chain> newest = Chains.newest(sql, terminal);
        if (batch.rows().isEmpty() || (batch.chain().isEmpty() && newest.isPresent())) {
            return newest;
        }
        ChainRow first = batch.rows().getFirst();
        String name = batch.chain().isEmpty() ? first.hash().hex() : batch.chain();
        Optional<Chain> known = Chains.find(sql, terminal, name);
        if (known.isPresent()) {
            int last = newest.orElseThrow().epoch();
            if (known.get().epoch() != last) {
                replaced(sql, terminal, "journal " + known.get().epoch() + " is sent again after journal " + last, now);
            }
            return known;
        }
        if (first.seq() != 1 || !first.hash().hex().equals(name)) {
            String came = "row 1 of an unknown journal expected, " + first.seq() + " came";
            Alarms.raise(sql, terminal, Alarms.Kind.GAP, came, now);
            return Optional.empty();
        }
        int epoch = newest.map(Chain::epoch).orElse(0) + 1;
        if (epoch > 1 && first.hash().equals(first.digest())) {
            long before = newest.orElseThrow().head().seq();
            replaced(
                    sql,
                    terminal,
                    "journal " + epoch + " begins; of the one before, row " + before + " is the last",
                    now);
        }
        // The journal is older than the terminal's name, so its first row brings its own genesis.
        return Optional.of(new Chain(epoch, name, new ChainHead(0, first.previous()), now, now));
    }

    private static void replaced(Sql sql, String terminal, String how, Instant now) throws SQLException {
        LOG.warn("{}: {}", terminal, how);
        Alarms.raise(sql, terminal, Alarms.Kind.REPLACED, how, now);
    }

    private static boolean known(Sql sql, String terminal) throws SQLException {
        return sql.one("SELECT id FROM terminal WHERE id = ?", row -> row.getString(1), terminal)
                .isPresent();
    }

    private record At(String terminal, int epoch) {}

    /** Whether the row is a harmless repeat; anything else raises an alarm. */
    private boolean mind(Sql sql, At at, ChainRow row, ChainHead.Followed followed) throws SQLException {
        String terminal = at.terminal();
        var now = clock.instant();
        switch (followed) {
            case ChainHead.Followed.Next _ -> throw new IllegalStateException("a row that follows needs no minding");
            case ChainHead.Followed.Before(long seq) -> {
                Optional<String> kept = sql.one(
                        "SELECT hash FROM row WHERE terminal = ? AND epoch = ? AND seq = ?",
                        each -> each.getString(1),
                        terminal,
                        at.epoch(),
                        seq);
                if (kept.filter(row.hash().hex()::equals).isPresent()) {
                    return true;
                }
                Alarms.raise(sql, terminal, Alarms.Kind.FORK, "row " + seq + " came again with another content", now);
            }
            case ChainHead.Followed.Gap(long expected, long got) ->
                Alarms.raise(sql, terminal, Alarms.Kind.GAP, "row " + expected + " expected, " + got + " came", now);
            case ChainHead.Followed.Fork(long seq) ->
                Alarms.raise(sql, terminal, Alarms.Kind.FORK, "row " + seq + " continues another history", now);
            case ChainHead.Followed.Tampered(long seq) ->
                Alarms.raise(sql, terminal, Alarms.Kind.TAMPERED, "row " + seq + " is not what its hash says", now);
        }
        return false;
    }

    private boolean keep(Sql sql, String terminal, int epoch, ChainRow row) throws SQLException {
        sql.change(
                "INSERT INTO row VALUES (?,?,?,?,?,?,?,?,?)",
                terminal,
                epoch,
                row.seq(),
                row.kind(),
                row.visit(),
                row.hash().hex(),
                row.at(),
                clock.instant(),
                ChainRow.FORM.bytes(row));
        Mentions.keep(sql, terminal, epoch, row);
        Optional<Settled> settled = Settled.of(sql, terminal, epoch, row);
        if (settled.isPresent()) {
            ear.hear(sql, settled.get());
        }
        if (row.kind().equals(SignedHead.KIND)) {
            HeadKeys.hear(sql, terminal, epoch, row, clock.instant());
        }
        if (!row.kind().equals(RolloutReport.KIND)) {
            return false;
        }
        return switch (RolloutReport.FORM.read(row.open())) {
            case Read.Good<RolloutReport>(RolloutReport report) ->
                rollouts.report(sql, new Rollouts.Place(terminal, epoch, row.seq()), row.at(), report);
            case Read.Bad<RolloutReport>(String field, var _) -> {
                Alarms.raise(sql, terminal, Alarms.Kind.UNREADABLE, field, clock.instant());
                yield false;
            }
        };
    }

    private record Taken(Optional<Ack> answer, boolean opened) {
        static final Taken NOBODY = new Taken(Optional.empty(), false);
    }
}
