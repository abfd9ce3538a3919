package io.zizhu.terminal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.disk.Disk;
import io.zizhu.wire.chain.ChainHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waited in a journal that is not believed any more waits in the next one: for a person, who is told why. */
class SetAsideTest {
    private static final int PAGE = 4096;
    private static final VisitId VISIT = new VisitId("v-7");

    @TempDir
    Path dir;

    @Test
    void a_charge_open_in_a_damaged_journal_is_a_doubt_for_staff_with_its_reason_and_is_not_acted_on()
            throws Exception {
        try (var journal = open()) {
            paid(journal, "A0000-0001");
            charge(journal, "A1234-5678");
        }
        change("update row set open = replace(open, 'zh', 'en') where seq = 1");
        try (var journal = open()) {
            List<Journal.Open> waits = journal.open();
            assertEquals(1, waits.size(), "the charge, and neither what was answered nor the visit itself");
            Entry doubt = waits.getFirst().entry();
            assertEquals(Kinds.DOUBT, doubt.kind(), "a doubt, which nobody but a person settles");
            assertEquals("payment", doubt.open().get("kind"));
            assertEquals("A1234-5678", doubt.open().get("case"));
            String reason = doubt.open().getOrDefault("reason", "");
            for (String said : List.of("row 5 (charge of 2", "amount 2000", "terminal 50000001", "receipt 17")) {
                assertTrue(reason.contains(said), reason);
            }
            assertTrue(reason.startsWith("from the journal set aside as " + setAside()), reason);
            assertEquals(Map.of(), doubt.personal());
            assertInstanceOf(ChainHead.Walked.Whole.class, journal.verify());
        }
    }

    @Test
    void a_journal_that_can_be_read_in_part_says_what_waits_there_and_that_it_is_not_all() throws Exception {
        try (var journal = open()) {
            for (int i = 0; i < 40; i++) {
                paid(journal, "A0000-00" + (10 + i));
            }
            charge(journal, "A1234-5678");
        }
        byte[] file = Files.readAllBytes(dir.resolve("journal.db"));
        for (int at = file.length / 2 / PAGE * PAGE, end = at + PAGE; at < end; at++) {
            file[at] = 0x41;
        }
        Files.write(dir.resolve("journal.db"), file);
        try (var journal = open()) {
            List<String> doubts = journal.open().stream()
                    .map(open -> open.entry().open().get("kind") + " "
                            + open.entry().open().get("case"))
                    .toList();
            assertTrue(doubts.contains("payment A1234-5678"), doubts::toString);
            assertTrue(doubts.contains("journal " + setAside()), doubts::toString);
            assertTrue(doubts.size() < 6, () -> "what was answered is no doubt: " + doubts);
        }
    }

    @Test
    void a_file_that_cannot_be_read_at_all_is_one_doubt_with_its_name() throws Exception {
        Files.write(dir.resolve("journal.db"), new byte[3 * PAGE + 7]);
        try (var journal = open()) {
            Map<String, String> doubt = journal.open().getFirst().entry().open();
            assertEquals(1, journal.open().size());
            assertEquals(
                    "the journal set aside as " + setAside()
                            + " can be read nowhere: look at the pay pad, at the tray and" + " at the centre's books",
                    doubt.get("reason"));
        }
    }

    @Test
    void a_power_cut_between_setting_aside_and_the_first_row_loses_no_doubt() throws Exception {
        try (var journal = open()) {
            charge(journal, "A1234-5678");
        }
        Disk.setAside(dir.resolve("journal.db"), Instant.parse("2026-11-21T12:00:00Z"));
        try (var journal = open()) {
            assertEquals("journal-set-aside", journal.after(0, 1).getFirst().kind());
            assertEquals("A1234-5678", journal.open().getFirst().entry().open().get("case"));
        }
        try (var journal = open()) {
            assertEquals(1, journal.open().size(), "and once only");
        }
    }

    @Test
    void a_doubt_of_a_doubt_keeps_its_reason() throws Exception {
        try (var journal = open()) {
            charge(journal, "A1234-5678");
        }
        change("update row set open = replace(open, 'CNY', 'EUR') where seq = 1");
        try (var journal = open()) {
            assertEquals(1, journal.open().size());
        }
        change("update row set at = '2026-01-01T00:00:00Z' where seq = 1");
        try (var journal = open()) {
            Map<String, String> doubt = journal.open().getFirst().entry().open();
            assertEquals(1, journal.open().size());
            assertEquals("payment", doubt.get("kind"));
            assertTrue(doubt.getOrDefault("reason", "").contains("receipt 17"), doubt::toString);
        }
    }

    private static void paid(SqliteJournal journal, String caseNumber) {
        long visit = journal.intent(VISIT, Entry.of(Kinds.VISIT, Map.of("language", "zh")));
        long charge = charge(journal, caseNumber);
        journal.outcome(charge, Entry.of(Kinds.CHARGE, Map.of("result", "approved", "receipt", "18")));
        journal.outcome(visit, Entry.of(Kinds.VISIT, Map.of("ending", "done")));
    }

    private static long charge(SqliteJournal journal, String caseNumber) {
        return journal.intent(
                VISIT,
                Entry.of(
                                Kinds.CHARGE,
                                Map.of(
                                        "case",
                                        caseNumber,
                                        "way",
                                        "card",
                                        "amount",
                                        "2000",
                                        "currency",
                                        "CNY",
                                        "terminal",
                                        "50000001",
                                        "receipt",
                                        "17",
                                        "trace",
                                        "000042"))
                        .with(Map.of("name", "王小明")));
    }

    private String setAside() throws IOException {
        try (var files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("journal\\.db\\.set-aside-.*Z"))
                    .max(String::compareTo)
                    .orElseThrow();
        }
    }

    private void change(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    private SqliteJournal open() throws IOException {
        return SqliteJournal.open(
                dir.resolve("journal.db"),
                "t-1",
                FileMachineKey.at(dir.resolve("machine.key")),
                InstantSource.system());
    }
}
