package io.zizhu.terminal.journal.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Opens the journal's file, looks whether it is sound, and sets a damaged one aside; it is never deleted. */
public final class Disk {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The kind of a row that says that the clock was set back: {@code was} and {@code is}. */
    public static final String CLOCK = "clock-jump";

    /** Under this name {@code meta} says why the chain is not believed; then the next start sets the file aside. */
    public static final String TORN = "torn";

    private static final String[] TABLES = {
        "create table if not exists row(seq integer primary key, at text not null, kind text not null,"
                + " visit text not null, open text not null, sealed blob not null, previous text not null,"
                + " hash text not null, waits integer not null) strict",
        "drop index if exists waiting",
        "create index if not exists jumps on row(seq) where kind = '" + CLOCK + "'",
        "drop index if exists written",
        "create table if not exists supply(name text primary key, remaining integer not null) strict",
        "create table if not exists visit_key(visit text primary key, wrapped blob not null,"
                + " closed integer not null) strict",
        "create table if not exists meta(name text primary key, value text not null) strict",
        "insert or ignore into meta(name, value) values ('acknowledged', '0')"
    };

    /** What the file turned out to be. */
    public sealed interface Opened {
        record Sound(Connection connection) implements Opened {}

        /** @param why in technician's words */
        record Unusable(String why) implements Opened {}
    }

    private Disk() {}

    /** @throws SQLException where the file cannot be used now but is not damaged, such as a second terminal on it */
    public static Opened open(Path file, String owner) throws SQLException {
        if (Files.exists(file) && file.toFile().length() == 0) {
            return new Opened.Unusable("the file is empty");
        }
        Connection connection = null;
        try {
            connection = connect(file);
            String verdict = one(connection, "pragma quick_check(1)");
            if (!"ok".equals(verdict)) {
                connection.close();
                return new Opened.Unusable("quick_check: " + verdict);
            }
            prepare(connection, owner);
            String torn = meta(connection, TORN);
            if (!torn.isEmpty()) {
                connection.close();
                return new Opened.Unusable(torn);
            }
            String found = meta(connection, "owner");
            if (!owner.equals(found)) {
                connection.close();
                return new Opened.Unusable("belongs to " + found + ", not to " + owner);
            }
            return new Opened.Sound(connection);
        } catch (SQLException trouble) {
            if (connection != null) {
                connection.close();
            }
            if (damage(trouble)) {
                return new Opened.Unusable(words(trouble));
            }
            throw trouble;
        }
    }

    public static String words(SQLException trouble) {
        return "SQLite says: " + SQLiteErrorCode.getErrorCode(trouble.getErrorCode());
    }

    public static boolean full(SQLException trouble) {
        return (trouble.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    public static boolean damage(SQLException trouble) {
        int code = trouble.getErrorCode() & 0xff;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setBusyTimeout(3000);
        config.setGetGeneratedKeys(false); // the driver would ask for the row's number after every insert
        return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
    }

    private static void prepare(Connection connection, String owner) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate(table);
            }
        }
        try (var insert = connection.prepareStatement("insert or ignore into meta(name, value) values ('owner', ?)")) {
            insert.setString(1, owner);
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    public static String meta(Connection connection, String name) throws SQLException {
        try (var select = connection.prepareStatement("select value from meta where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    public static void meta(Connection connection, String name, String value) throws SQLException {
        try (var set = connection.prepareStatement("insert or replace into meta(name, value) values (?, ?)")) {
            set.setString(1, name);
            set.setString(2, value);
            set.executeUpdate();
        }
    }

    /** Renames the file and what SQLite keeps beside it; tells the new name. */
    public static String setAside(Path file, Instant now) throws IOException {
        String suffix = ".set-aside-" + STAMP.format(now);
        for (String part : new String[] {"", "-wal", "-shm"}) {
            Path from = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(from)) {
                Files.move(from, file.resolveSibling(file.getFileName() + suffix + part));
            }
        }
        return file.getFileName() + suffix;
    }
}
