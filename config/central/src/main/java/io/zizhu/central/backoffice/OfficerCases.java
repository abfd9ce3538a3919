package io.zizhu.central.backoffice;

import io.zizhu.central.store.Store;
import java.time.Instant;
import java.util.List;

/** The cases an officer or the station has to look at, also those that staff passed on; without the people in them. Any thread. */
public final class OfficerCases {
    private final Store store;

    public OfficerCases(Store store) {
        this.store = store;
    }

    public record OfficerCase(String number, String item, String terminal, Instant made) {}

    /** The newest first. */
    public List<OfficerCase> all() {
        return store.keep(sql -> sql.all(
                "SELECT number, item, terminal, made_at FROM matter WHERE state IN (?, ?) "
                        + "OR number IN (SELECT number FROM settlement WHERE found = ?) ORDER BY made_at DESC LIMIT 200",
                row -> new OfficerCase(
                        row.getString(1), row.getString(2), row.getString(3), Instant.ofEpochMilli(row.getLong(4))),
                Matters.State.OFFICER.name(),
                Matters.State.INQUIRY.name(),
                StaffWord.PASSED_ON));
    }
}
