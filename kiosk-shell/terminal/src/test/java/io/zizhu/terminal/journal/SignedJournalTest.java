package io.zizhu.terminal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedJournalTest {
    private static final VisitId VISIT = new VisitId("v1");
    private static final Signer SIGNER = Signer.of(Algorithm.ED25519, Algorithm.ED25519.newKeys());
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    @TempDir
    Path dir;

    @Test
    void the_head_is_signed_after_so_many_rows_and_at_a_clean_stop_but_only_over_something_new() throws Exception {
        try (var journal = open(3)) {
            notes(journal, 7);
        }
        try (var journal = open(3)) {
            assertEquals(List.of(4L, 8L, 10L), heads(journal));
            for (ChainRow row : journal.after(0, 20)) {
                if (row.kind().equals(SignedHead.KIND)) {
                    assertInstanceOf(SignedHead.Checked.Genuine.class, SignedHead.check(row, List.of(SIGNER.key())));
                }
            }
        }
        try (var journal = open(3)) {
            assertEquals(10, journal.state().rows(), "nothing new, nothing signed");
        }
    }

    @Test
    void the_head_is_signed_in_time_and_the_line_is_told() throws Exception {
        var told = new SynchronousQueue<Long>();
        var care = new Care(Optional.of(SIGNER), 1000, Duration.ofMillis(20), 0);
        try (var journal = open(care, InstantSource.system())) {
            notes(journal, 1);
            journal.tell(() -> told.offer(1L));
            while (heads(journal).isEmpty()) {
                told.poll(20, TimeUnit.MILLISECONDS);
            }
            assertEquals(List.of(2L), heads(journal));
        }
    }

    @Test
    void a_forged_row_from_before_the_last_head_closes_the_counter_and_is_set_aside_at_the_next_start()
            throws Exception {
        try (var journal = open(3)) {
            notes(journal, 20);
        }
        change("update row set open = replace(open, 'done', 'gone') where seq = 2");
        try (var journal = open(3)) {
            assertTrue(journal.state().ok(), "what follows the last signed head is right");
            var torn = assertInstanceOf(ChainHead.Walked.Torn.class, journal.verify());
            assertEquals(new ChainHead.Followed.Tampered(2), torn.fault());
            assertFalse(journal.state().ok());
            assertEquals(
                    Map.of("row", "2", "why", "was altered: its hash is not that of its content"),
                    last(journal).open());
        }
        assertEquals("row 2 was altered: its hash is not that of its content", setAside());
    }

    @Test
    void a_history_written_anew_with_right_hashes_does_not_fit_the_signed_head() throws Exception {
        try (var journal = open(3)) {
            notes(journal, 9);
        }
        rewrite();
        assertEquals("row 4 is a forged signed head: is not what it says it signs", setAside());
    }

    @Test
    void an_intent_whose_mark_was_taken_away_is_found() throws Exception {
        try (var journal = open(3)) {
            journal.intent(VISIT, Entry.of("charge", Map.of("fen", "2000")));
            notes(journal, 20);
        }
        change("update row set waits = 0 where seq = 1");
        try (var journal = open(3)) {
            assertInstanceOf(ChainHead.Walked.Torn.class, journal.verify());
        }
        assertEquals("row 1 is marked as answered, but no row answers it", setAside());
    }

    @Test
    void a_count_beside_the_rows_that_was_changed_is_found() throws Exception {
        try (var journal = open(300)) {
            journal.note(VISIT, Entry.of("loaded", Map.of()).using("a4", 250));
            journal.note(VISIT, Entry.of("issue", Map.of()).using("a4", -1));
        }
        change("update supply set remaining = 200 where name = 'a4'");
        assertEquals("row 3 leaves 249 of a4, but 200 are counted beside the rows", setAside());
    }

    @Test
    void a_forged_row_after_the_last_head_is_never_served_upon() throws Exception {
        try (var journal = open(3)) {
            notes(journal, 4);
        }
        change("update row set at = '2026-01-01T00:00:00Z' where seq = 5");
        assertEquals("row 5 was altered: its hash is not that of its content", setAside());
    }

    @Test
    void a_clock_set_back_is_said_before_the_next_row_and_a_trembling_one_is_held() throws Exception {
        Deque<Instant> times = new ArrayDeque<>(List.of(
                NOON,
                NOON.minusMillis(400),
                NOON.minusSeconds(3600),
                NOON.minusSeconds(3599),
                NOON.minusSeconds(3600)));
        try (var journal = open(
                new Care(Optional.empty(), 9, Duration.ofHours(1), 0),
                () -> times.size() > 1 ? times.removeFirst() : times.getFirst())) {
            notes(journal, 5);
            List<Journal.Kept> rows = journal.rows(Instant.MIN, Instant.MAX);
            assertEquals(
                    List.of("visit", "visit", "clock-jump", "visit", "visit", "visit"),
                    rows.stream().map(Journal.Kept::kind).toList());
            assertEquals(NOON, rows.get(1).at());
            assertEquals(
                    Map.of("was", "2026-11-21T04:00:00Z", "is", "2026-11-21T03:00:00Z"),
                    rows.get(2).open());
            assertEquals(NOON.minusSeconds(3600), rows.get(3).at());
            assertEquals(NOON.minusSeconds(3599), rows.get(5).at());
            assertEquals(
                    List.of(3L, 4L, 5L, 6L),
                    journal.rows(NOON.minusSeconds(3600), NOON).stream()
                            .map(Journal.Kept::seq)
                            .toList());
            assertEquals(
                    List.of(1L, 2L),
                    journal.rows(NOON, Instant.MAX).stream()
                            .map(Journal.Kept::seq)
                            .toList());
        }
    }

    private static void notes(SqliteJournal journal, int many) {
        for (int i = 0; i < many; i++) {
            journal.note(VISIT, Entry.of("visit", Map.of("ending", "done")));
        }
    }

    private static List<Long> heads(SqliteJournal journal) {
        return journal.after(0, 100).stream()
                .filter(row -> row.kind().equals(SignedHead.KIND))
                .map(ChainRow::seq)
                .toList();
    }

    private static Journal.Kept last(SqliteJournal journal) {
        return journal.rows(Instant.MIN, Instant.MAX).getLast();
    }

    private SqliteJournal open(int rows) throws IOException {
        return open(new Care(Optional.of(SIGNER), rows, Duration.ofHours(1), 0), InstantSource.system());
    }

    private SqliteJournal open(Care care, InstantSource clock) throws IOException {
        return SqliteJournal.open(
                dir.resolve("journal.db"), "t-1", FileMachineKey.at(dir.resolve("machine.key")), care, clock);
    }

    private String setAside() throws IOException {
        try (var journal = open(3)) {
            Journal.Kept first = journal.rows(Instant.MIN, Instant.MAX).getFirst();
            assertEquals("journal-set-aside", first.kind());
            return String.valueOf(first.open().get("why"));
        }
    }

    private void change(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    /** What a forger does who knows the form but not the key: row 2 says something else, and every hash after it fits. */
    private void rewrite() throws Exception {
        List<ChainRow> rows;
        try (var journal = open(Care.NONE, InstantSource.system())) {
            rows = journal.after(0, 100);
        }
        ChainHead head = ChainHead.genesis("t-1");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
                var update =
                        connection.prepareStatement("update row set open = ?, previous = ?, hash = ? where seq = ?")) {
            for (ChainRow row : rows) {
                var open = row.seq() == 2 ? Facts.texts(Map.of("ending", "gone")) : row.open();
                ChainRow forged = head.append(row.at(), row.kind(), row.visit(), open, row.sealed());
                update.setString(1, forged.open().canonical());
                update.setString(2, forged.previous().hex());
                update.setString(3, forged.hash().hex());
                update.setLong(4, forged.seq());
                update.executeUpdate();
                head = ChainHead.after(forged);
            }
        }
    }
}
