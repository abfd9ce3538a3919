package io.zizhu.central.ingest;

import io.zizhu.central.store.Sql;
import io.zizhu.central.store.Store;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a person at the centre must look at; each one is listed once, however often it comes again. Any thread. */
public final class Alarms {
    private final Store store;

    public Alarms(Store store) {
        this.store = store;
    }

    /** What went wrong. */
    public enum Kind {
        /** Rows are missing. */
        GAP,
        /** Two histories of one terminal. */
        FORK,
        /** A terminal's journal begins anew, or an earlier one speaks again. */
        REPLACED,
        /** A row whose content is not what its hash says. */
        TAMPERED,
        /** A message that is not in the form of the line. */
        UNREADABLE,
        /** Money that does not fit its case. */
        MONEY
    }

    /** One alarm, in technician's words, without personal data. */
    public record Alarm(String terminal, String kind, String detail, Instant at) {}

    public static void raise(Sql sql, String terminal, Kind kind, String detail, Instant at) throws SQLException {
        sql.change(
                "INSERT OR IGNORE INTO alarm VALUES (?,?,?,?)",
                terminal,
                kind.name().toLowerCase(Locale.ROOT),
                detail,
                at);
    }

    /** The newest first. */
    public List<Alarm> all() {
        return store.keep(sql -> sql.all(
                "SELECT terminal, kind, detail, at FROM alarm ORDER BY at DESC LIMIT 100",
                row -> new Alarm(
                        row.getString(1), row.getString(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4)))));
    }
}
