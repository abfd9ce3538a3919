package io.zizhu.central.rollout;

import io.zizhu.central.signing.Director;
import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.report.RolloutReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed bundles and their two rings: a new bundle goes to one terminal first; when that one confirms it, it goes
 * everywhere; when that one refuses it or rolls it back, it stops there, until that one confirms it after all. Any
 * thread.
 */
public final class Rollouts {
    private static final String SELECT = "SELECT version, digest, made_at, ring, first FROM bundle";

    private final Store store;
    private final Director director;
    private final Doorbell doorbell;
    private final Clock clock;

    public Rollouts(Store store, Director director, Doorbell doorbell, Clock clock) {
        this.store = store;
        this.director = director;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** How far a bundle has come. */
    public enum Ring {
        FIRST,
        EVERYWHERE,
        STOPPED
    }

    /**
     * One bundle.
     *
     * @param first the terminal that tries it before the others, if there was one
     */
    public record Rollout(long version, Digest digest, Instant made, Ring ring, Optional<String> first) {}

    /** What one terminal said about one bundle. */
    public record Said(String terminal, long version, String result, String reason, Instant at) {}

    /** Makes the next bundle of all sections as they stand in this transaction. */
    long publish(Sql sql) throws SQLException {
        long version = sql.one("SELECT COALESCE(MAX(version), 0) + 1 FROM bundle", row -> row.getLong(1))
                .orElse(1L);
        byte[] sealed = director.sign(version, Sections.forBundle(sql));
        Optional<String> first = sql.one(
                "SELECT id FROM terminal WHERE revoked_at IS NULL ORDER BY online DESC, joined_at, id LIMIT 1",
                row -> row.getString(1));
        sql.change(
                "INSERT INTO bundle VALUES (?,?,?,?,?,?)",
                version,
                Digest.of(sealed).hex(),
                sealed,
                clock.instant(),
                (first.isPresent() ? Ring.FIRST : Ring.EVERYWHERE).name(),
                first.orElse(null));
        return version;
    }

    /** Rings every terminal that a bundle waits for; after a start, a publication or a ring that opened. */
    public void ring() {
        List<String> terminals =
                store.keep(sql -> sql.all("SELECT id FROM terminal WHERE revoked_at IS NULL", row -> row.getString(1)));
        terminals.forEach(this::ring);
    }

    public void ring(String terminal) {
        pointer(terminal).ifPresent(pointer -> doorbell.ring(terminal, pointer));
    }

    /** Which bundle this terminal should have now; nothing before the first publication. */
    public Optional<Pointer> pointer(String terminal) {
        return store.keep(sql -> sql.one(
                        SELECT + " WHERE ring = 'EVERYWHERE' OR first = ? ORDER BY version DESC LIMIT 1",
                        Rollouts::rollout,
                        terminal))
                .map(rollout -> new Pointer(rollout.version(), rollout.digest()));
    }

    /** The bytes of a bundle by their digest. */
    public Optional<byte[]> bundle(String digest) {
        return store.keep(sql -> sql.one("SELECT bytes FROM bundle WHERE digest = ?", row -> row.getBytes(1), digest));
    }

    public List<Rollout> all() {
        return store.keep(sql -> sql.all(SELECT + " ORDER BY version DESC LIMIT 50", Rollouts::rollout));
    }

    /** Everything said about one bundle, newest first. */
    public List<Said> said(long version) {
        return store.keep(sql -> sql.all(
                "SELECT terminal, version, result, reason, at FROM report WHERE version = ? ORDER BY at DESC, epoch DESC, seq DESC",
                Rollouts::said,
                version));
    }

    /** Everything one terminal said, newest first. */
    public List<Said> said(String terminal) {
        return store.keep(sql -> sql.all(
                "SELECT terminal, version, result, reason, at FROM report WHERE terminal = ? "
                        + "ORDER BY epoch DESC, seq DESC LIMIT 20",
                Rollouts::said,
                terminal));
    }

    /** Sends a bundle everywhere although its first terminal has not answered; a technician's decision. */
    public boolean widen(long version) {
        int opened = store.keep(sql ->
                sql.change("UPDATE bundle SET ring = 'EVERYWHERE' WHERE version = ? AND ring = 'FIRST'", version));
        if (opened == 1) {
            ring();
        }
        return opened == 1;
    }

    /** Where a report's row stands in its terminal's journals. */
    public record Place(String terminal, int epoch, long seq) {}

    /**
     * Takes a terminal's report in the transaction that stores its row.
     *
     * @return whether the ring opened, so that the others are rung after the commit
     */
    public boolean report(Sql sql, Place place, Instant at, RolloutReport report) throws SQLException {
        String terminal = place.terminal();
        String result =
                switch (report) {
                    case RolloutReport.Confirmed _ -> "confirmed";
                    case RolloutReport.RolledBack _ -> "rolledBack";
                    case RolloutReport.Refused _ -> "refused";
                };
        sql.change(
                "INSERT OR IGNORE INTO report VALUES (?,?,?,?,?,?,?)",
                terminal,
                place.epoch(),
                place.seq(),
                report.version(),
                result,
                reason(report),
                at);
        if (report instanceof RolloutReport.Confirmed) {
            return sql.change(
                            "UPDATE bundle SET ring = 'EVERYWHERE' "
                                    + "WHERE version = ? AND first = ? AND ring <> 'EVERYWHERE'",
                            report.version(),
                            terminal)
                    == 1;
        }
        sql.change(
                "UPDATE bundle SET ring = 'STOPPED' WHERE version = ? AND first = ? AND ring = 'FIRST'",
                report.version(),
                terminal);
        return false;
    }

    private static String reason(RolloutReport report) {
        return switch (report) {
            case RolloutReport.Confirmed _ -> "";
            case RolloutReport.RolledBack(var _, String reason) -> reason;
            case RolloutReport.Refused(var _, String section, String reason) -> section + ": " + reason;
        };
    }

    private static Rollout rollout(ResultSet row) throws SQLException {
        @Nullable String first = row.getString(5);
        return new Rollout(
                row.getLong(1),
                new Digest(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                Ring.valueOf(row.getString(4)),
                Optional.ofNullable(first));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }
}
