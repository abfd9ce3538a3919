package io.zizhu.central.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.TestClock;
import io.zizhu.central.rollout.Rollouts;
import io.zizhu.central.signing.Director;
import io.zizhu.central.signing.KeyCabinet;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.report.Ack;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.report.RowBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of journals that are sent badly, begun anew and turned back. */
class ExactlyOnceTest {
    private static final String TERMINAL = "t1";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final List<Ack> acks = new ArrayList<>();
    private Store store;
    private Intake intake;

    @BeforeEach
    void open() {
        store = new Store(folder.resolve("centre.db"));
        var director = new Director(KeyCabinet.open(folder.resolve("keys")), clock);
        var rollouts = new Rollouts(store, director, (_, _) -> {}, clock);
        intake = new Intake(store, rollouts, (_, ack) -> acks.add(ack), (_, _) -> {}, clock);
        store.run(sql -> sql.change(
                "INSERT OR IGNORE INTO terminal (id, joined_at, serial, ends_at) VALUES (?,1,'00',2)", TERMINAL));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void batches_lost_doubled_reordered_and_a_centre_that_restarts_in_between_leave_every_row_once() {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            List<ChainRow> rows = journal("seed " + seed, 80);
            for (int step = 0; step < 60; step++) {
                int from = random.nextInt(rows.size());
                send(rows, from, Math.min(rows.size(), from + 1 + random.nextInt(20)));
                if (random.nextInt(20) == 0) {
                    close();
                    open();
                }
                assertPrefix(rows);
            }
            for (long upTo = acks.getLast().upTo();
                    upTo < rows.size();
                    upTo = acks.getLast().upTo()) {
                send(rows, (int) upTo, (int) Math.min(rows.size(), upTo + 50));
            }
            assertPrefix(rows);
            assertEquals(rows.getLast().hash().hex(), acks.getLast().head());
        }
    }

    @Test
    void a_journal_begun_anew_is_taken_in_beside_its_predecessor_and_raises_an_alarm() {
        List<ChainRow> old = journal("old", 30);
        List<ChainRow> fresh = journal("fresh", 12);
        send(old, 0, 20);
        send(fresh);
        assertEquals(
                new Ack(
                        fresh.getFirst().hash().hex(),
                        12,
                        fresh.getLast().hash().hex()),
                acks.getLast());
        assertEquals(List.of(2, 1), epochs());
        assertEquals(List.of("replaced"), kinds());
        send(fresh);
        send(old, 15, 20);
        assertEquals(20, acks.getLast().upTo(), "what was late of the old one is no news");
        send(old, 20, 30);
        assertEquals(30, acks.getLast().upTo(), "the old file was put back: its rows count, too");
        assertEquals(List.of("replaced", "replaced"), kinds());
        assertEquals(42, stored());
        assertEquals(12, new Presences(store, clock).of(TERMINAL).upTo());
        assertEquals(2, new Visits(store).of(TERMINAL).size());
    }

    @Test
    void rows_of_an_unknown_journal_are_asked_for_from_its_first_one() {
        List<ChainRow> rows = journal("unknown", 20);
        send(rows, 10, 20);
        assertEquals(new Ack(name(rows), 0, ""), acks.getLast());
        assertEquals(List.of("gap"), kinds());
        send(rows);
        assertEquals(20, acks.getLast().upTo());
    }

    @Test
    void a_journal_turned_back_is_a_fork_until_a_technician_has_it_sent_anew() {
        List<ChainRow> before = journal("shared", 10);
        List<ChainRow> seen = new ArrayList<>(before);
        List<ChainRow> turned = new ArrayList<>(before);
        grow(seen, "seen", 10);
        grow(turned, "turned", 15);
        send(seen);
        send(turned, 10, 20);
        assertEquals(20, acks.getLast().upTo());
        assertEquals(seen.getLast().hash().hex(), acks.getLast().head(), "the terminal sees that it is not its row");
        assertEquals(List.of("fork"), kinds());
        var chains = new Chains(store, clock);
        assertEquals(2, chains.anew(TERMINAL).orElseThrow());
        send(turned, 10, 20);
        assertEquals(new Ack(name(turned), 0, ""), acks.getLast());
        send(turned);
        assertEquals(25, acks.getLast().upTo());
        assertEquals(45, stored());
        assertTrue(chains.anew("nobody").isEmpty());
    }

    @Test
    void reports_of_two_journals_with_the_same_number_are_both_kept() {
        for (String journal : List.of("one", "two")) {
            var report = RolloutReport.FORM.write(new RolloutReport.Refused(1, "x", journal));
            send(List.of(
                    ChainHead.genesis(journal).append(clock.instant(), RolloutReport.KIND, "", report, Octets.NONE)));
        }
        assertEquals(2, (int) store.keep(sql -> sql.one("SELECT COUNT(*) FROM report", row -> row.getInt(1)))
                .orElseThrow());
    }

    @Test
    void a_file_of_the_centre_before_epochs_keeps_its_rows() throws Exception {
        List<ChainRow> rows = journal("before", 3);
        Path file = folder.resolve("before.db");
        try (var old = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = old.createStatement();
                var tables = getClass().getResourceAsStream("tables-0.sql")) {
            for (String text :
                    new String(tables.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split(";\n", 4)) {
                statement.execute(text);
            }
            statement.execute("INSERT INTO terminal VALUES ('t1',1,'00',2,NULL,0,0,NULL,NULL,'"
                    + rows.get(2).hash().hex() + "',3)");
            for (ChainRow row : rows) {
                try (var insert = old.prepareStatement("INSERT INTO row VALUES ('t1',?,'visit','v',?,5,6,?)")) {
                    insert.setLong(1, row.seq());
                    insert.setString(2, row.hash().hex());
                    insert.setBytes(3, ChainRow.FORM.bytes(row));
                    insert.executeUpdate();
                }
            }
        }
        close();
        Files.move(file, folder.resolve("centre.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(folder.resolve("centre.db-wal"));
        open();
        grow(rows, "after", 2);
        send(rows, 3, 5);
        assertEquals(new Ack(name(rows), 5, rows.getLast().hash().hex()), acks.getLast());
        assertEquals(5, stored());
        close();
        open();
        assertEquals(5, stored());
    }

    private List<ChainRow> journal(String name, int rows) {
        var made = new ArrayList<ChainRow>();
        grow(made, name, rows);
        return made;
    }

    private void grow(List<ChainRow> rows, String visit, int more) {
        for (int i = 0; i < more; i++) {
            ChainHead head = rows.isEmpty() ? ChainHead.genesis(visit) : ChainHead.after(rows.getLast());
            rows.add(head.append(clock.instant(), "visit", visit, Json.Obj.EMPTY, Octets.utf8("cipher")));
        }
    }

    private void send(List<ChainRow> journal) {
        send(journal, 0, journal.size());
    }

    private void send(List<ChainRow> journal, int from, int to) {
        intake.hear(TERMINAL, RowBatch.FORM.bytes(new RowBatch(name(journal), journal.subList(from, to))));
    }

    private static String name(List<ChainRow> journal) {
        return journal.getFirst().hash().hex();
    }

    private void assertPrefix(List<ChainRow> rows) {
        List<String> kept = store.keep(sql -> sql.all(
                "SELECT hash FROM row JOIN chain USING (terminal, epoch) WHERE first = ? ORDER BY seq",
                row -> row.getString(1),
                name(rows)));
        assertEquals(
                rows.subList(0, kept.size()).stream()
                        .map(row -> row.hash().hex())
                        .toList(),
                kept);
    }

    private int stored() {
        return store.keep(sql -> sql.one("SELECT COUNT(*) FROM row", row -> row.getInt(1)))
                .orElseThrow();
    }

    private List<Integer> epochs() {
        return new Chains(store, clock)
                .of(TERMINAL).stream().map(Chains.Chain::epoch).toList();
    }

    private List<String> kinds() {
        return new Alarms(store).all().stream().map(Alarms.Alarm::kind).sorted().toList();
    }
}
