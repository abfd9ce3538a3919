package io.zizhu.central.ingest;

import io.zizhu.central.rollout.Rollouts;
import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.report.RowBatch;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes terminals' rows in: each row once, in an unbroken chain, and an acknowledgement only after the commit. A
 * row that does not continue the chain is not stored; it raises an alarm, and the acknowledgement repeats the last
 * number the centre holds. Called on the post's one reading thread.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Store store;
    private final Rollouts rollouts;
    private final Acknowledger acknowledger;
    private final Clock clock;

    public Intake(Store store, Rollouts rollouts, Acknowledger acknowledger, Clock clock) {
        this.store = store;
        this.rollouts = rollouts;
        this.acknowledger = acknowledger;
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
            Optional<ChainHead> known = head(sql, terminal);
            if (known.isEmpty()) {
                return Taken.NOBODY;
            }
            ChainHead head = known.get();
            boolean opened = false;
            for (ChainRow row : batch.rows()) {
                // The journal is older than the terminal's name, so its first row brings its own genesis.
                ChainHead from = head.seq() == 0 && row.seq() == 1 ? new ChainHead(0, row.previous()) : head;
                if (!(from.follow(row) instanceof ChainHead.Followed.Next(ChainHead next))) {
                    if (mind(sql, terminal, row, from.follow(row))) {
                        continue;
                    }
                    break;
                }
                opened |= keep(sql, terminal, row);
                head = next;
            }
            sql.change(
                    "UPDATE terminal SET head = ?, up_to = ? WHERE id = ?",
                    head.hash().hex(),
                    head.seq(),
                    terminal);
            return new Taken(true, head.seq(), opened);
        });
        if (taken.known) {
            acknowledger.send(terminal, new Ack(taken.upTo));
        }
        if (taken.opened) {
            rollouts.ring();
        }
    }

    /** Whether the row is a harmless repeat; anything else raises an alarm. */
    private boolean mind(Sql sql, String terminal, ChainRow row, ChainHead.Followed followed) throws SQLException {
        var now = clock.instant();
        switch (followed) {
            case ChainHead.Followed.Next _ -> throw new IllegalStateException("a row that follows needs no minding");
            case ChainHead.Followed.Before(long seq) -> {
                Optional<String> kept = sql.one(
                        "SELECT hash FROM row WHERE terminal = ? AND seq = ?",
                        each -> each.getString(1),
                        terminal,
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

    private boolean keep(Sql sql, String terminal, ChainRow row) throws SQLException {
        sql.change(
                "INSERT INTO row VALUES (?,?,?,?,?,?,?,?)",
                terminal,
                row.seq(),
                row.kind(),
                row.visit(),
                row.hash().hex(),
                row.at(),
                clock.instant(),
                ChainRow.FORM.bytes(row));
        if (!row.kind().equals(RolloutReport.KIND)) {
            return false;
        }
        return switch (RolloutReport.FORM.read(row.open())) {
            case Read.Good<RolloutReport>(RolloutReport report) ->
                rollouts.report(sql, terminal, row.seq(), row.at(), report);
            case Read.Bad<RolloutReport>(String field, var _) -> {
                Alarms.raise(sql, terminal, Alarms.Kind.UNREADABLE, field, clock.instant());
                yield false;
            }
        };
    }

    private static Optional<ChainHead> head(Sql sql, String terminal) throws SQLException {
        return sql.one(
                "SELECT up_to, head FROM terminal WHERE id = ?",
                row -> row.getLong(1) == 0
                        ? ChainHead.genesis(terminal)
                        : new ChainHead(row.getLong(1), new Digest(row.getString(2))),
                terminal);
    }

    private record Taken(boolean known, long upTo, boolean opened) {
        static final Taken NOBODY = new Taken(false, 0, false);
    }
}
