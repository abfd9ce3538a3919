package io.zizhu.central.registry;

import io.zizhu.central.store.Sql;
import java.sql.SQLException;

/**
 * Whose accounts may settle exceptions and search the archive: those that are written down here, and nobody else. Asked
 * inside the transaction of the act itself, so that a right that was taken away is gone at once.
 */
public final class Supervisors {
    private static final String ROLE = "supervisor";

    private Supervisors() {}

    public static boolean is(Sql sql, String account) throws SQLException {
        return sql.one("SELECT role FROM account_role WHERE name = ? AND role = ?", row -> true, account, ROLE)
                .isPresent();
    }

    /** From now on this account is a supervisor's. */
    public static void name(Sql sql, String account) throws SQLException {
        sql.change("INSERT OR IGNORE INTO account_role VALUES (?,?)", account, ROLE);
    }
}
