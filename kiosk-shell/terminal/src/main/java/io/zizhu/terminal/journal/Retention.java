package io.zizhu.terminal.journal;

import io.zizhu.service.port.Entry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a visit's data key goes. The order, none of it skipped: the visit is over; none of its intents waits; the centre
 * has acknowledged its last row, from then on the time counts ({@link KeptTime}); the time is over. On the journal's
 * thread; {@link #step} changes tables only, its caller commits.
 */
final class Retention {
    /** So much of the counted time a crash may lose, where the wall clock does not make it up. */
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(10);

    /** A wall clock that is set back by less is only being kept right. */
    private static final Duration ADJUSTED = Duration.ofMinutes(1);

    private static final String OVER = " closed = 1 and visit not in (select value from json_each(?))";

    private final Connection connection;
    private @Nullable KeptTime time;
    private @Nullable KeptTime started;

    Retention(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("create table if not exists kept_time(one integer primary key check (one = 1),"
                    + " millis integer not null, at text not null) strict");
            if (!hasColumn("last")) {
                statement.executeUpdate("alter table visit_key add column last integer not null default 0");
                statement.executeUpdate("alter table visit_key add column since integer");
                statement.executeUpdate("update visit_key set last ="
                        + " (select coalesce(max(seq), 0) from row where row.visit = visit_key.visit)");
            }
        }
        connection.commit();
    }

    /**
     * What one step did.
     *
     * @param erased visits whose key went
     * @param rows what the chain has to say of it, in the same commit
     */
    record Step(int erased, List<Entry> rows) {}

    /**
     * @param waiting visits with an intent that waits, as a JSON array
     * @param most so many keys at once, so that nobody who writes waits for long
     */
    Step step(Instant at, long nanos, long acknowledged, String waiting, Duration keep, int most) throws SQLException {
        var rows = new ArrayList<Entry>();
        KeptTime running = time;
        if (running == null) {
            KeptTime.Mark last = last(at);
            strange(KeptTime.off(last, at)).ifPresent(rows::add);
            running = new KeptTime(last, at, nanos);
        }
        long now = running.now(nanos).toMillis();
        int began = began(acknowledged, now, waiting);
        int erased = destroyed(now - keep.toMillis(), waiting, most);
        if (erased > 0) {
            rows.add(Entry.of("erased", Map.of("visits", String.valueOf(erased))));
        }
        if (time == null || began + erased > 0 || now - last(at).kept().toMillis() >= WRITTEN_EVERY.toMillis()) {
            write(new KeptTime.Mark(Duration.ofMillis(now), at));
        }
        started = running;
        return new Step(erased, rows);
    }

    /** What the last step did is on the disk; without this it would begin to count anew. */
    void committed() {
        time = started;
    }

    /** Whoever set the clock is to be seen in the chain, as is a machine that was off for long. */
    private static Optional<Entry> strange(Duration off) {
        if (off.compareTo(KeptTime.NIGHT) <= 0 && off.plus(ADJUSTED).compareTo(Duration.ZERO) >= 0) {
            return Optional.empty();
        }
        return Optional.of(Entry.of(
                "time-off",
                Map.of(
                        "clock-says-hours", String.valueOf(off.toHours()),
                        "counted-hours", String.valueOf(KeptTime.counted(off).toHours()))));
    }

    private int began(long acknowledged, long now, String waiting) throws SQLException {
        try (var update = connection.prepareStatement(
                "update visit_key set since = ? where since is null and last <= ? and" + OVER)) {
            update.setLong(1, now);
            update.setLong(2, acknowledged);
            update.setString(3, waiting);
            return update.executeUpdate();
        }
    }

    private int destroyed(long before, String waiting, int most) throws SQLException {
        try (var destroy = connection.prepareStatement("delete from visit_key where visit in"
                + " (select visit from visit_key where since <= ? and" + OVER + " order by since limit ?)")) {
            destroy.setLong(1, before);
            destroy.setString(2, waiting);
            destroy.setInt(3, most);
            return destroy.executeUpdate();
        }
    }

    private KeptTime.Mark last(Instant now) throws SQLException {
        try (var select = connection.prepareStatement("select millis, at from kept_time");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new KeptTime.Mark(Duration.ofMillis(row.getLong(1)), Instant.parse(row.getString(2)))
                    : new KeptTime.Mark(Duration.ZERO, now);
        }
    }

    private void write(KeptTime.Mark mark) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert or replace into kept_time(one, millis, at) values (1, ?, ?)")) {
            insert.setLong(1, mark.kept().toMillis());
            insert.setString(2, mark.at().toString());
            insert.executeUpdate();
        }
    }

    private boolean hasColumn(String name) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from pragma_table_info('visit_key') where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
