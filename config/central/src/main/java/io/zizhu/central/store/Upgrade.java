package io.zizhu.central.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a file of an earlier centre to the tables of this one, in one transaction, before they are used. The version
 * stands in the file itself ({@code PRAGMA user_version}).
 */
final class Upgrade {
    /** Of {@link Tables#ALL} as they stand now. */
    private static final int VERSION = 1;

    /** Terminals had one journal for ever; its rows become those of epoch 1. */
    private static final List<String> TO_1 = List.of(
            "DROP INDEX IF EXISTS row_kind",
            "ALTER TABLE row RENAME TO row_0",
            "ALTER TABLE report RENAME TO report_0");

    private static final List<String> INTO_1 = List.of(
            "INSERT INTO row SELECT terminal, 1, seq, kind, visit, hash, at, heard_at, body FROM row_0",
            "INSERT INTO report SELECT terminal, 1, seq, version, result, reason, at FROM report_0",
            "INSERT INTO chain SELECT terminal.id, 1, row_0.hash, terminal.up_to, terminal.head, row_0.heard_at, "
                    + "row_0.heard_at FROM terminal JOIN row_0 ON row_0.terminal = terminal.id AND row_0.seq = 1",
            "INSERT OR IGNORE INTO mention SELECT 'case', json_extract(CAST(body AS TEXT), '$.open.case'), terminal, epoch, "
                    + "seq FROM row WHERE json_extract(CAST(body AS TEXT), '$.open.case') <> ''",
            "INSERT OR IGNORE INTO mention SELECT 'case', mention.value, row.terminal, row.epoch, row.seq FROM row "
                    + "JOIN mention ON mention.terminal = row.terminal AND mention.epoch = row.epoch "
                    + "AND mention.seq = json_extract(CAST(row.body AS TEXT), '$.open._of')",
            "ALTER TABLE terminal DROP COLUMN head",
            "ALTER TABLE terminal DROP COLUMN up_to",
            "DROP TABLE row_0",
            "DROP TABLE report_0");

    private Upgrade() {}

    /** Makes the tables, or what is missing of them; a file of a later centre is refused. */
    static void of(Connection connection) throws SQLException {
        int found = number(connection, "PRAGMA user_version");
        if (found > VERSION) {
            throw new SQLException("the file is of a later centre: version " + found + ", known is " + VERSION);
        }
        boolean older = found == 0 && number(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'row'") == 1;
        connection.setAutoCommit(false);
        try {
            if (older) {
                run(connection, TO_1);
            }
            run(connection, Tables.ALL);
            if (older) {
                run(connection, INTO_1);
            }
            run(connection, List.of("PRAGMA user_version = " + VERSION));
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
