package io.zizhu.terminal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.Care;
import io.zizhu.terminal.journal.FileMachineKey;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.wire.seal.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyJournalTest {
    @TempDir
    Path dir;

    private Path file;
    private String key;
    private String said = "";

    /** Eleven visits' rows, heads in rows 6 and 12, one unsigned row 13 until the clean stop signs in row 14. */
    @BeforeEach
    void journal() throws IOException {
        file = dir.resolve("journal.db");
        key = dir.resolve("journal.pub.pem").toString();
        try (var journal = open()) {
            for (int i = 0; i < 11; i++) {
                journal.note(new VisitId("v" + i), Entry.of("visit", Map.of("ending", "done")));
            }
            Files.createDirectory(dir.resolve("copied"));
            for (String part : List.of("journal.db", "journal.db-wal")) {
                Files.copy(dir.resolve(part), dir.resolve("copied").resolve(part));
            }
        }
    }

    private SqliteJournal open() throws IOException {
        Signer signer = HeadKey.in(dir);
        return SqliteJournal.open(
                file,
                "t-1",
                FileMachineKey.at(dir.resolve("machine.key")),
                new Care(Optional.of(signer), 5, Duration.ofHours(1), 0),
                InstantSource.system());
    }

    @Test
    void a_journal_that_stopped_cleanly_is_proved_to_its_last_row() {
        assertEquals(0, verify("--key", key));
        assertEquals(
                "PROVED: rows 1 to 14 are complete and unaltered, by a signed head in row 14 with key " + id(), said);
    }

    @Test
    void a_copy_of_a_running_one_is_proved_up_to_its_last_signed_head_and_is_not_touched() throws Exception {
        file = dir.resolve("copied/journal.db");
        byte[] log = Files.readAllBytes(dir.resolve("copied/journal.db-wal"));
        assertEquals(3, verify("--key", key));
        assertTrue(said.contains("proved are rows 1 to 12;"), said);
        assertEquals(0, verify("--key", key, "--to", "12"));
        assertEquals(0, verify("--key", key, "--from", "8", "--to", "9"));
        assertTrue(said.startsWith("PROVED: rows 8 to 9 are complete and unaltered, by a signed head in row 12"), said);
        assertArrayEquals(log, Files.readAllBytes(dir.resolve("copied/journal.db-wal")));
        try (var files = Files.list(dir.resolve("copied"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void without_the_right_key_nothing_is_proved() throws Exception {
        assertEquals(3, verify());
        assertTrue(said.contains("no --key was given"), said);
        Path other = Files.createDirectory(dir.resolve("other"));
        HeadKey.in(other);
        assertEquals(3, verify("--key", other.resolve("journal.pub.pem").toString()));
        assertTrue(said.contains("row 14 is signed by a key that was not given"), said);
    }

    @Test
    void the_first_row_that_was_altered_is_named_and_ranges_beside_it_are_still_proved() throws Exception {
        change("update row set open = replace(open, 'done', 'gone') where seq = 8");
        assertEquals(1, verify("--key", key));
        assertTrue(said.startsWith("ALTERED: row 8 was altered: its hash is not that of its content"), said);
        assertTrue(said.endsWith("rows 1 to 7: proved as far as row 6"), said);
        assertEquals(0, verify("--key", key, "--to", "6"));
        assertEquals(0, verify("--key", key, "--from", "9"));
        assertEquals(1, verify("--key", key, "--from", "7", "--to", "8"));
    }

    @Test
    void a_row_taken_out_or_a_mark_beside_the_rows_is_found() throws Exception {
        change("update row set waits = 1 where seq = 3");
        assertEquals(1, verify("--key", key));
        assertTrue(said.startsWith("ALTERED: row 3 is marked as waiting for an outcome, which it does not"), said);
        change("update row set waits = 0 where seq = 3");
        change("delete from row where seq = 2");
        assertEquals(1, verify("--key", key));
        assertTrue(said.startsWith("ALTERED: row 2 is missing; the next row there is 3"), said);
        assertEquals(1, verify("--key", key, "--from", "2", "--to", "5"));
        assertEquals(0, verify("--key", key, "--from", "3", "--to", "5"));
    }

    @Test
    void what_is_no_journal_or_no_question_is_said_so() throws Exception {
        assertEquals(2, verify("--to", "15"));
        assertTrue(said.contains("holds rows 1 to 14 of terminal t-1, not 1 to 15"), said);
        assertEquals(2, verify("--from", "9", "--to", "3"));
        assertEquals(2, verify("--from", "x"));
        assertEquals(2, verify("--kee"));
        assertEquals(2, verify("--key", file.toString()));
        assertTrue(said.contains("holds no PUBLIC KEY in PEM form"), said);
        Files.writeString(dir.resolve("poem"), "a poem, and by no means a database of any kind");
        file = dir.resolve("poem");
        assertEquals(2, verify("--key", key));
        file = dir.resolve("none");
        assertEquals(2, verify("--key", key));
    }

    @Test
    void the_secret_half_is_the_users_alone_and_a_damaged_one_is_never_overwritten() throws Exception {
        Path secret = dir.resolve("journal.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        Files.delete(dir.resolve("journal.pub.pem"));
        HeadKey.in(dir);
        assertEquals(0, verify("--key", key));
        Files.writeString(secret, Files.readString(secret).replace("PRIVATE", "PRIVAT"));
        var trouble = assertThrows(IOException.class, () -> HeadKey.in(dir));
        assertTrue(String.valueOf(trouble.getMessage()).contains("restore it, or move it away"), trouble.getMessage());
        assertTrue(Files.readString(secret).contains("PRIVAT KEY"));
    }

    private String id() {
        try {
            return HeadKey.in(dir).key().id();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int verify(String... options) {
        var words = new ArrayList<String>(List.of(file.toString()));
        words.addAll(List.of(options));
        var out = new ByteArrayOutputStream();
        int code = VerifyJournal.run(words, new PrintStream(out, true, UTF_8));
        said = out.toString(UTF_8).strip();
        return code;
    }

    private void change(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }
}
