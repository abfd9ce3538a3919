package io.zizhu.terminal.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {
    private static final VisitId VISIT = new VisitId("v1");
    private static final String CANARY = "CANARY-3X7-龘";

    @TempDir
    Path dir;

    @Test
    void the_chain_verifies_after_a_restart_and_goes_on() throws Exception {
        try (var journal = open()) {
            journal.note(VISIT, Entry.of("visit", Map.of("item", "no-criminal-record")));
            long intent = journal.intent(VISIT, Entry.of("print", Map.of()));
            journal.outcome(intent, Entry.of("print", Map.of("is", "out")));
        }
        try (var journal = open()) {
            journal.close(VISIT, Entry.of("visit-closed", Map.of()));
            assertEquals(4, walked(journal).head().seq());
            List<ChainRow> sent = journal.after(0, 10);
            assertEquals(
                    new ChainHead.Walked.Whole(ChainHead.after(sent.getLast())),
                    ChainHead.genesis("t-1").walk(sent));
            assertEquals(
                    "intent",
                    journal.after(0, 10).get(1).open().members().get("_is")
                                    instanceof io.zizhu.wire.json.Json.Text(String is)
                            ? is
                            : "");
        }
    }

    @Test
    void an_intent_without_outcome_is_open_after_reopening_with_its_personal_fields() throws Exception {
        try (var journal = open()) {
            long done = journal.intent(VISIT, Entry.of("charge", Map.of("fen", "1")));
            journal.outcome(done, Entry.of("charge", Map.of("is", "declined")));
            journal.intent(VISIT, Entry.of("charge", Map.of("fen", "2000")).with(Map.of("name", CANARY)));
        }
        try (var journal = open()) {
            Journal.Open open = journal.open().getFirst();
            assertEquals(1, journal.open().size());
            assertEquals(Map.of("fen", "2000"), open.entry().open());
            assertEquals(Map.of("name", CANARY), open.entry().personal());
            assertEquals(VISIT, open.visit());
            journal.outcome(open.intent(), Entry.of("charge", Map.of("is", "cancelled")));
            assertTrue(journal.open().isEmpty());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> journal.outcome(open.intent(), Entry.of("charge", Map.of("is", "approved"))));
        }
    }

    @Test
    void a_flipped_letter_in_an_old_row_is_found() throws Exception {
        try (var journal = open()) {
            journal.note(VISIT, Entry.of("visit", Map.of("ending", "done")));
            journal.note(VISIT, Entry.of("visit", Map.of("ending", "done")));
        }
        change("update row set open = replace(open, 'done', 'gone') where seq = 1");
        assertEquals("row 1 was altered: its hash is not that of its content", setAside());
    }

    @Test
    void a_row_taken_out_is_found() throws Exception {
        try (var journal = open()) {
            for (int i = 0; i < 4; i++) {
                journal.note(VISIT, Entry.of("visit", Map.of()));
            }
        }
        change("delete from row where seq = 2");
        assertEquals("row 2 is missing; the next row there is 3", setAside());
    }

    @Test
    void supplies_are_counted_in_the_same_commit_and_survive() throws Exception {
        try (var journal = open()) {
            journal.note(VisitId.NONE, Entry.of("loaded", Map.of()).using("a4", 250));
            long intent = journal.intent(VISIT, Entry.of("issue", Map.of()));
            journal.outcome(intent, Entry.of("issue", Map.of()).using("a4", -1));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> journal.outcome(intent, Entry.of("issue", Map.of()).using("a4", -1)));
        }
        try (var journal = open()) {
            assertEquals(249, journal.left("a4"));
            journal.note(VISIT, Entry.of("issue", Map.of()).using("slip", -1));
            assertEquals(0, journal.left("slip"), "never loaded, yet one came out");
            assertEquals(0, journal.left("roll"));
        }
    }

    @Test
    void personal_data_are_nowhere_in_the_files_and_readable_while_somebody_may_need_them() throws Exception {
        try (var journal = open()) {
            long intent = journal.intent(VISIT, Entry.of("charge", Map.of()).with(Map.of("name", CANARY)));
            journal.close(VISIT, Entry.of("visit", Map.of()).with(Map.of("name", CANARY)));
            assertEquals(CANARY, journal.open().getFirst().entry().personal().get("name"), "still waits, still read");
            assertEquals(List.of(), filesWith(new String(CANARY.getBytes(UTF_8), ISO_8859_1)));
            journal.outcome(intent, Entry.of("charge", Map.of()));
        }
        assertEquals(List.of(), filesWith(new String(CANARY.getBytes(UTF_8), ISO_8859_1)));
        assertEquals(1, keys());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("machine.key"))));
    }

    @Test
    void a_damaged_file_is_set_aside_and_reported() throws Exception {
        try (var journal = open()) {
            journal.note(VISIT, Entry.of("visit", Map.of()));
        }
        byte[] bytes = Files.readAllBytes(dir.resolve("journal.db"));
        for (int i = 100; i < bytes.length; i += 3) {
            bytes[i] ^= 0x55;
        }
        Files.write(dir.resolve("journal.db"), bytes);
        try (var journal = open();
                var files = Files.list(dir)) {
            assertEquals("journal-set-aside", journal.after(0, 5).getFirst().kind());
            assertTrue(files.anyMatch(file -> file.getFileName().toString().contains(".set-aside-")));
            assertEquals(2, walked(journal).head().seq(), "the report, and the doubt for staff");
        }
    }

    @Test
    void a_second_terminal_on_the_same_file_is_refused_and_harms_nothing() throws Exception {
        try (var journal = open()) {
            journal.note(VISIT, Entry.of("visit", Map.of()));
            assertThrows(Journal.Broken.class, this::open);
            journal.note(VISIT, Entry.of("visit", Map.of()));
            assertEquals(2, walked(journal).head().seq());
        }
    }

    @Test
    void the_outbox_is_what_the_centre_has_not_acknowledged_and_never_goes_back() throws Exception {
        try (var journal = open()) {
            for (int i = 0; i < 5; i++) {
                journal.note(VISIT, Entry.of("visit", Map.of()));
            }
            journal.acknowledge(3);
            journal.acknowledge(1);
            assertEquals(3, journal.acknowledged());
            assertEquals(
                    List.of(4L, 5L),
                    journal.after(3, 10).stream().map(ChainRow::seq).toList());
            assertEquals(
                    List.of(2L, 3L),
                    journal.after(1, 2).stream().map(ChainRow::seq).toList());
            journal.acknowledge(99);
            assertEquals(new SqliteJournal.State(true, 5, 0), journal.state());
        }
    }

    @Test
    void the_rows_of_a_time_come_in_the_order_of_writing_to_the_millisecond() throws Exception {
        Instant midnight = Instant.parse("2026-11-21T16:00:00Z");
        var times = new ArrayDeque<>(List.of(
                midnight.minusMillis(1),
                midnight,
                midnight.plusMillis(500),
                midnight.plusSeconds(2),
                midnight.plusMillis(7)));
        try (var journal = SqliteJournal.open(
                dir.resolve("journal.db"), "t-1", FileMachineKey.at(dir.resolve("machine.key")), times::removeFirst)) {
            journal.note(VISIT, Entry.of("visit", Map.of()));
            long intent =
                    journal.intent(VISIT, Entry.of("issue", Map.of("item", "a")).with(Map.of("name", CANARY)));
            journal.outcome(intent, Entry.of("issue", Map.of("result", "out")).using("a4", -1));
            journal.note(VISIT, Entry.of("visit", Map.of()));
            journal.note(VISIT, Entry.of("set-back", Map.of()));
            List<Journal.Kept> rows = journal.rows(midnight, midnight.plusSeconds(2));
            assertEquals(
                    List.of(2L, 3L, 5L, 6L),
                    rows.stream().map(Journal.Kept::seq).toList());
            assertEquals(
                    new Journal.Kept(
                            3,
                            midnight.plusMillis(500),
                            "issue",
                            VISIT,
                            Map.of("result", "out"),
                            Map.of("a4", -1),
                            Optional.of(intent)),
                    rows.get(1));
            assertEquals(Map.of("item", "a"), rows.getFirst().open());
            assertEquals(6, journal.rows(Instant.MIN, Instant.MAX).size());
            assertEquals(List.of(), journal.rows(midnight.plusSeconds(3), Instant.MAX));
        }
    }

    @Test
    void an_intent_survives_the_kill_of_its_process() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + dir,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        dir.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String said = lines.lines()
                    .filter(line -> line.startsWith("INTENT"))
                    .findFirst()
                    .orElse("nothing");
            process.destroyForcibly();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            assertEquals("INTENT 1", said);
        }
        try (var journal = open()) {
            assertEquals("黄䶮", journal.open().getFirst().entry().personal().get("name"));
            assertEquals(1, walked(journal).head().seq());
        }
    }

    @Test
    void writers_on_many_threads_make_one_chain() throws Exception {
        try (var journal = open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> journal.note(VISIT, Entry.of("visit", Map.of("n", "" + i)))))
                    .toList();
            for (var one : all) {
                one.get();
            }
            assertEquals(40, walked(journal).head().seq());
        }
    }

    @Test
    void a_visit_that_was_cut_off_is_over_at_the_next_start() throws Exception {
        try (var journal = open()) {
            journal.note(new VisitId("v0"), Entry.of("visit", Map.of()).with(Map.of("name", CANARY)));
            journal.intent(VISIT, Entry.of("charge", Map.of()).with(Map.of("name", CANARY)));
            journal.acknowledge(2);
            assertEquals(0, journal.erase(Duration.ZERO), "both visits go on");
        }
        try (var journal = open()) {
            assertEquals(1, journal.erase(Duration.ZERO));
            assertEquals(CANARY, journal.open().getFirst().entry().personal().get("name"));
        }
        assertEquals(1, keys());
    }

    /** Why the file was set aside at the next start; the new journal is sound. */
    private String setAside() throws IOException {
        try (var journal = open();
                var files = Files.list(dir)) {
            Journal.Kept first = journal.rows(Instant.MIN, Instant.MAX).getFirst();
            assertEquals("journal-set-aside", first.kind());
            assertTrue(files.anyMatch(
                    file -> file.getFileName().toString().equals(first.open().get("file"))));
            assertEquals(1, walked(journal).head().seq());
            assertTrue(journal.state().ok());
            return String.valueOf(first.open().get("why"));
        }
    }

    private int keys() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
                var keys = connection.createStatement().executeQuery("select count(*) from visit_key")) {
            return keys.getInt(1);
        }
    }

    private SqliteJournal open() throws IOException {
        return SqliteJournal.open(
                dir.resolve("journal.db"),
                "t-1",
                FileMachineKey.at(dir.resolve("machine.key")),
                InstantSource.system());
    }

    private static ChainHead.Walked.Whole walked(SqliteJournal journal) {
        return assertInstanceOf(ChainHead.Walked.Whole.class, journal.verify());
    }

    private void change(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        try (var files = Files.list(dir)) {
            return files.filter(file -> holds(file, text)).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
