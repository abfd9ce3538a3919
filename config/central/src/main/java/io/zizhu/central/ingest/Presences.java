package io.zizhu.central.ingest;

import io.zizhu.central.store.Store;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.report.Presence;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is there and how they are. A sign from an older connection than the last one is passed over, so that a will
 * which arrives late cannot make a terminal look gone. Heard on the post's reading thread; asked from any.
 */
public final class Presences {
    private static final Logger LOG = LoggerFactory.getLogger(Presences.class);

    private final Store store;
    private final Clock clock;

    public Presences(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The last that is known of a terminal. */
    public record Live(boolean online, Optional<Presence.TerminalState> state, Optional<Instant> heard, long upTo) {}

    /** At a start of the centre nobody is connected yet. */
    public void reset() {
        store.run(sql -> sql.change("UPDATE terminal SET online = 0"));
    }

    public void hear(String terminal, byte[] message) {
        switch (Presence.FORM.open(message, Limits.SMALL)) {
            case Read.Bad<Presence>(String field, String why) ->
                LOG.warn("unreadable state from {}: {} {}", terminal, field, why);
            case Read.Good<Presence>(Presence presence) -> note(terminal, presence);
        }
    }

    public Live of(String terminal) {
        return store.keep(sql -> sql.one(
                        "SELECT online, state, state_at, (SELECT up_to FROM chain WHERE chain.terminal = id "
                                + "ORDER BY epoch DESC LIMIT 1) FROM terminal WHERE id = ?",
                        row -> {
                            byte[] kept = row.getBytes(2);
                            return new Live(
                                    row.getInt(1) == 1,
                                    kept == null ? Optional.empty() : Optional.of(read(kept)),
                                    kept == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(3))),
                                    row.getLong(4));
                        },
                        terminal))
                .orElse(new Live(false, Optional.empty(), Optional.empty(), 0));
    }

    private void note(String terminal, Presence presence) {
        Instant now = clock.instant();
        store.run(sql -> {
            switch (presence) {
                case Presence.Online(long epoch, Presence.TerminalState state) ->
                    sql.change(
                            "UPDATE terminal SET online = 1, epoch = ?, state = ?, state_at = ? "
                                    + "WHERE id = ? AND epoch <= ? AND revoked_at IS NULL",
                            epoch,
                            Presence.TerminalState.FORM.bytes(state),
                            now,
                            terminal,
                            epoch);
                case Presence.Lost(long epoch) -> gone(sql, terminal, epoch);
                case Presence.Stopping(long epoch) -> gone(sql, terminal, epoch);
            }
        });
    }

    private static void gone(io.zizhu.central.store.Sql sql, String terminal, long epoch) throws java.sql.SQLException {
        sql.change("UPDATE terminal SET online = 0, epoch = ? WHERE id = ? AND epoch <= ?", epoch, terminal, epoch);
    }

    private static Presence.TerminalState read(byte[] kept) {
        return Presence.TerminalState.FORM.open(kept).orThrow();
    }
}
