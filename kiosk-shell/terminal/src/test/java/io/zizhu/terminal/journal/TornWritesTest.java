package io.zizhu.terminal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a disk may do to the journal's two files, and what is promised then. A log cut anywhere, or with a wrong byte
 * anywhere: every commit that lies whole before the damage is there, none after it, and the chain verifies. A main file cut
 * or with a wrong byte anywhere: the rows are all there as they were, or a prefix that verifies, or the file is set aside, at
 * once or after the walk that runs beside; wrong rows, wrong marks and wrong counts are never believed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TornWritesTest {
    private static final int PAGE = 4096;
    private static final int HEADER = 32;
    private static final int FRAME = PAGE + 24;
    private static final Care CARE =
            new Care(Optional.of(Signer.of(Algorithm.ED25519, Algorithm.ED25519.newKeys())), 5, Duration.ofHours(1), 0);

    private Path dir = Path.of("");
    private final List<Commit> commits = new ArrayList<>();
    private byte[] file = {};
    private byte[] log = {};
    private List<Digest> rows = List.of();
    private int broken;

    /** @param log length of the log when the row was durable */
    private record Commit(long log, long row) {}

    /** Some visits in the main file, some more in the log beside it. */
    @BeforeAll
    void journal(@TempDir Path place) throws IOException {
        dir = place;
        Path home = Files.createDirectory(dir.resolve("sound"));
        try (var journal = open(home)) {
            visits(journal, 12, home);
        }
        try (var journal = open(home)) {
            commits.clear();
            commits.add(new Commit(0, journal.state().rows()));
            visits(journal, 6, home);
            file = Files.readAllBytes(home.resolve("journal.db"));
            log = Files.readAllBytes(home.resolve("journal.db-wal"));
            rows = journal.after(0, 1000).stream().map(ChainRow::hash).toList();
        }
    }

    private void visits(SqliteJournal journal, int many, Path home) throws IOException {
        for (int i = 0; i < many; i++) {
            var visit = new VisitId("v" + i);
            long intent = journal.intent(
                    visit,
                    Entry.of("issue", Map.of("item", "no-criminal-record")).with(Map.of("name", "张三")));
            durable(journal, home);
            if (i % 5 != 4) {
                journal.outcome(
                        intent, Entry.of("issue", Map.of("result", "out")).using("a4", i % 2 == 0 ? 20 : -1));
                durable(journal, home);
            }
            journal.close(visit, Entry.of("visit", Map.of("ending", "done")));
            durable(journal, home);
        }
    }

    private void durable(SqliteJournal journal, Path home) throws IOException {
        commits.add(new Commit(
                Files.size(home.resolve("journal.db-wal")), journal.state().rows()));
    }

    @Test
    void a_log_cut_at_any_page_or_byte_is_recovered_to_the_last_whole_commit() throws IOException {
        List<Integer> cuts = new ArrayList<>(frames());
        cuts.addAll(random(15, log.length));
        for (int cut : cuts) {
            recovered(Arrays.copyOf(log, cut), cut, "log cut at " + cut);
        }
    }

    @Test
    void a_wrong_byte_anywhere_in_the_log_ends_it_before_that_page() throws IOException {
        for (int at : random(25, log.length)) {
            int whole = at < HEADER ? 0 : HEADER + (at - HEADER) / FRAME * FRAME;
            recovered(flipped(log, at), whole, "wrong byte in the log at " + at);
        }
    }

    @Test
    void a_main_file_cut_at_any_page_or_some_byte_is_never_believed() throws IOException {
        List<Integer> cuts = new ArrayList<>(IntStream.range(0, file.length / PAGE)
                .map(page -> page * PAGE)
                .boxed()
                .toList());
        cuts.addAll(random(10, file.length));
        for (int cut : cuts) {
            neverBelieved(Arrays.copyOf(file, cut), "main file cut at " + cut);
        }
    }

    @Test
    void a_wrong_byte_in_the_main_file_is_never_believed() throws IOException {
        wrongBytes(random(30, file.length));
    }

    @Test
    @Tag("thorough")
    void a_wrong_byte_or_a_cut_at_a_thousand_places_of_each_file_is_never_believed() throws IOException {
        wrongBytes(every(file.length));
        for (int at : every(log.length)) {
            int whole = at < HEADER ? 0 : HEADER + (at - HEADER) / FRAME * FRAME;
            recovered(flipped(log, at), whole, "wrong byte in the log at " + at);
            recovered(Arrays.copyOf(log, at), at, "log cut at " + at);
        }
    }

    private static List<Integer> every(int length) {
        int step = length / 1000 + 1;
        return IntStream.iterate(0, at -> at < length, at -> at + step).boxed().toList();
    }

    private void wrongBytes(List<Integer> places) throws IOException {
        for (int at : places) {
            neverBelieved(flipped(file, at), "wrong byte in the main file at " + at);
        }
        assertTrue(broken < places.size(), "at least one was whole or set aside");
    }

    /** Every commit that lies whole before the damage, and nothing else. */
    private void recovered(byte[] damaged, long whole, String what) throws IOException {
        long expected = commits.stream()
                .filter(commit -> commit.log() <= whole)
                .mapToLong(Commit::row)
                .max()
                .orElse(0);
        try (var journal = open(place(file, damaged))) {
            assertEquals(expected, journal.state().rows(), what);
            assertEquals(
                    rows.subList(0, (int) expected),
                    journal.after(0, 1000).stream().map(ChainRow::hash).toList(),
                    what);
            assertTrue(journal.verify() instanceof ChainHead.Walked.Whole, what);
        }
    }

    private void neverBelieved(byte[] damaged, String what) throws IOException {
        Path home = place(damaged, log);
        try (var journal = open(home)) {
            List<ChainRow> found = journal.after(0, 1000);
            if (!found.isEmpty() && found.getFirst().kind().equals("journal-set-aside")) {
                return;
            }
            if (!(journal.verify() instanceof ChainHead.Walked.Whole)) {
                assertTrue(!journal.state().ok(), what);
                return;
            }
            List<Digest> hashes = found.stream().map(ChainRow::hash).toList();
            assertEquals(rows.subList(0, Math.min(rows.size(), hashes.size())), hashes, what);
            assertTrue(hashes.size() >= commits.getFirst().row(), what + " lost rows of a whole main file");
        } catch (Journal.Broken refused) {
            broken++; // not opened, nothing believed, and nothing deleted
            assertTrue(Files.size(home.resolve("journal.db")) > 0, what);
        }
    }

    private Path place(byte[] main, byte[] beside) throws IOException {
        Path home = Files.createTempDirectory(dir, "damaged");
        Files.write(home.resolve("journal.db"), main);
        Files.write(home.resolve("journal.db-wal"), beside);
        Files.copy(dir.resolve("sound/machine.key"), home.resolve("machine.key"));
        return home;
    }

    private List<Integer> frames() {
        return IntStream.iterate(0, at -> at <= log.length, at -> at == 0 ? HEADER : at + FRAME)
                .boxed()
                .toList();
    }

    /** The same places at every run. */
    private static List<Integer> random(int many, int below) {
        return new Random(20261121).ints(many, 0, below).boxed().toList();
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        copy[at] ^= 0x41;
        return copy;
    }

    private static SqliteJournal open(Path home) throws IOException {
        return SqliteJournal.open(
                home.resolve("journal.db"),
                "t-1",
                FileMachineKey.at(home.resolve("machine.key")),
                CARE,
                InstantSource.system());
    }
}
