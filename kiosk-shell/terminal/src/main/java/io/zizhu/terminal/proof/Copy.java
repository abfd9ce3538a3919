package io.zizhu.terminal.proof;

import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.Proof;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Limits;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.json.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * A copied journal, with the rows that still lie in its {@code -wal}. What is read is a copy of the copy in a folder of its
 * own, so that the evidence is not touched, not even by SQLite's recovery of the log. One thread.
 */
final class Copy implements AutoCloseable {
    private static final String ROWS =
            "select seq, at, kind, visit, open, sealed, previous, hash from row where seq >= ? order by seq";

    private final Path folder;
    private final Connection connection;

    private Copy(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    static Copy of(Path file) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("zizhu-verify-");
        try {
            Path mine = folder.resolve("journal.db");
            Files.copy(file, mine);
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            if (Files.exists(log)) {
                Files.copy(log, folder.resolve("journal.db-wal"));
            }
            return new Copy(folder, new SQLiteConfig().createConnection("jdbc:sqlite:" + mine));
        } catch (IOException | SQLException e) {
            delete(folder);
            throw e;
        }
    }

    /** {@code ok}, or what SQLite finds wrong with the file's build. */
    String quickCheck() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma quick_check(1)")) {
            return row.next() ? row.getString(1) : "no answer";
        }
    }

    String owner() throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select value from meta where name = 'owner'")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    long first() throws SQLException {
        return number("select coalesce(min(seq), 0) from row where seq >= ?", Long.MIN_VALUE);
    }

    long last() throws SQLException {
        return number("select coalesce(max(seq), 0) from row where seq >= ?", Long.MIN_VALUE);
    }

    /** The row of the first signed head after this row, 0 where there is none. */
    long headAfter(long seq) throws SQLException {
        return number("select coalesce(min(seq), 0) from row where kind = '" + SignedHead.KIND + "' and seq > ?", seq);
    }

    /** What the row before this one must have been: its number, and its hash by this row's word. */
    ChainHead before(long seq) throws SQLException {
        try (var select = connection.prepareStatement("select seq, previous from row where seq = ?")) {
            select.setLong(1, seq);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new Misfit("row " + seq, "is missing");
                }
                return new ChainHead(seq - 1, new Digest(row.getString(2)));
            }
        }
    }

    List<Long> waiting() throws SQLException {
        var waiting = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select seq from row where waits = 1")) {
            while (row.next()) {
                waiting.add(row.getLong(1));
            }
        }
        return waiting;
    }

    int left(String supply) throws SQLException {
        try (var select = connection.prepareStatement("select remaining from supply where name = ?")) {
            select.setString(1, supply);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    /** Shows the proof every row after its head, as far as row {@code to}. */
    void show(Proof proof, long to) throws SQLException {
        try (var select = connection.prepareStatement(ROWS)) {
            select.setLong(1, proof.head().seq() + 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && row.getLong(1) <= to) {
                    if (!follows(row, proof)) {
                        return;
                    }
                }
            }
        }
    }

    private static boolean follows(ResultSet row, Proof proof) throws SQLException {
        try {
            return proof.follow(read(row));
        } catch (Misfit | DateTimeException unreadable) {
            proof.unreadable(row.getLong(1), unreadable.getClass().getSimpleName());
            return false;
        }
    }

    private static ChainRow read(ResultSet row) throws SQLException {
        byte[] open = text(row, "open").getBytes(StandardCharsets.UTF_8);
        byte[] sealed = row.getBytes("sealed");
        return new ChainRow(
                row.getLong("seq"),
                Instant.parse(text(row, "at")),
                text(row, "kind"),
                text(row, "visit"),
                Fields.of(
                                "row",
                                Json.Obj.EMPTY.with(
                                        "open", Json.parse(open, Limits.USUAL).orThrow()))
                        .object("open"),
                sealed == null ? Octets.NONE : Octets.of(sealed),
                new Digest(text(row, "previous")),
                new Digest(text(row, "hash")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new Misfit(column, "is missing");
        }
        return text;
    }

    private long number(String query, long parameter) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setLong(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
