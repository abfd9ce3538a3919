package io.zizhu.measure;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.Care;
import io.zizhu.terminal.journal.FileMachineKey;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.terminal.proof.HeadKey;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.report.RowBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The journal beside SQLite alone, both WAL with synchronous=FULL on the same disk: commits a second by turns, the way back
 * after a crash with 100 000 rows in a process of its own, rows a second out of the outbox, and bytes a visit.
 */
final class Journals {
    private static final int TURNS = 24;
    private static final int WARM = 4;
    private static final int RUNNING = 150; // by then the compiler is done with what a commit runs through
    private static final int VISITS = 6;
    private static final int ROWS = 100_000;
    private static final int STARTS = 3;

    List<Row> rows() throws Exception {
        Path place = Files.createTempDirectory("zizhu-journal");
        List<Row> rows = new ArrayList<>(commits(place));
        Path memory = Path.of("/dev/shm");
        Path full = Files.createTempDirectory(Files.isWritable(memory) ? memory : place, "zizhu-journal");
        try {
            rows.addAll(large(full, Files.createDirectory(place.resolve("large"))));
        } finally {
            for (Path folder : List.of(full, place.resolve("large"), place)) {
                delete(folder);
            }
        }
        return rows;
    }

    private static List<Row> commits(Path place) throws Exception {
        String alone = "SQLite WAL+FULL alone, one insert of the same bytes a commit";
        int visits = 0;
        double said;
        var rows = new ArrayList<Row>();
        try (SqliteJournal journal = open(place);
                Connection raw = raw(place.resolve("bare.db"))) {
            for (int warm : new int[] {WARM, RUNNING}) {
                var mine = new Samples();
                var bare = new Samples();
                for (int turn = 0; turn < TURNS + warm; turn++) {
                    turn(journal, raw, visits, turn < warm ? new Samples() : mine, turn < warm ? new Samples() : bare);
                    visits += VISITS;
                }
                String when = warm == WARM ? "of a process just started" : "of one that runs";
                rows.add(
                        new Row("commits " + when + ", median of " + TURNS, mine.median(), bare.median(), "/s", alone));
            }
            List<ChainRow> all = journal.after(0, 1_000_000);
            said = all.stream()
                            .mapToLong(row -> ChainRow.FORM.bytes(row).length)
                            .sum()
                    / (double) visits;
        }
        double size = Files.size(place.resolve("journal.db")) / (double) visits;
        rows.add(new Row(
                "journal a visit of 14 rows", size / 1024, said / 1024, "KiB", "the rows' own canonical bytes"));
        return rows;
    }

    private static void turn(SqliteJournal journal, Connection raw, int visits, Samples mine, Samples bare)
            throws SQLException {
        long from = journal.state().rows();
        long began = System.nanoTime();
        for (int visit = 0; visit < VISITS; visit++) {
            visit(journal, new VisitId("visit-" + (visits + visit)));
        }
        double took = System.nanoTime() - began;
        List<ChainRow> written = journal.after(from, 10_000);
        mine.add(written.size() / took * 1e9);
        bare.add(written.size() / raw(raw, written) * 1e9);
    }

    /** What a paid certificate writes. */
    private static void visit(SqliteJournal journal, VisitId visit) {
        Map<String, String> person = Map.of("name", "训练样张", "number", "11010119900307000X", "phone", "13800000000");
        long whole = journal.intent(visit, Entry.of("visit", Map.of("item", "no-criminal-record", "language", "zh")));
        long decide = journal.intent(
                visit,
                Entry.of("decide", Map.of("key", visit + "-1", "item", "no-criminal-record"))
                        .with(person));
        journal.outcome(decide, Entry.of("decide", Map.of("result", "accepted", "case", "A1234-5678")));
        long charge = journal.intent(
                visit,
                Entry.of("charge", Map.of("fen", "2000", "currency", "CNY", "terminal", "50000001", "receipt", "17"))
                        .with(person));
        long confirm = journal.intent(visit, Entry.of("confirm", Map.of("case", "A1234-5678", "receipt", "18")));
        journal.outcome(charge, Entry.of("charge", Map.of("result", "approved", "receipt", "18", "trace", "000042")));
        journal.outcome(confirm, Entry.of("confirm", Map.of("result", "granted", "certificate", "X2026-000123")));
        long issue = journal.intent(
                visit,
                Entry.of("issue", Map.of("case", "A1234-5678", "sheet", "X2026-000123"))
                        .with(person));
        journal.outcome(
                issue, Entry.of("issue", Map.of("result", "out", "job", "4711")).using("a4", -1));
        long slip = journal.intent(visit, Entry.of("slip", Map.of("case", "A1234-5678")));
        journal.outcome(slip, Entry.of("slip", Map.of("result", "out")).using("slip", -1));
        journal.note(visit, Entry.of("rating", Map.of("value", "5")));
        journal.outcome(whole, Entry.of("visit", Map.of("ending", "done")));
        journal.close(visit, Entry.of("visit-closed", Map.of("ending", "done")));
    }

    private static double raw(Connection raw, List<ChainRow> rows) throws SQLException {
        List<byte[]> bytes = rows.stream().map(ChainRow.FORM::bytes).toList();
        long began = System.nanoTime();
        for (byte[] row : bytes) {
            try (var insert = raw.prepareStatement("insert into row(body) values (?)")) {
                insert.setBytes(1, row);
                insert.executeUpdate();
            }
            raw.commit();
        }
        return System.nanoTime() - began;
    }

    private static Connection raw(Path file) throws SQLException {
        Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = raw.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("create table row(seq integer primary key, body blob not null)");
        }
        raw.setAutoCommit(false);
        return raw;
    }

    /** The rows are written where a commit costs nothing, and copied to the disk as a crash would leave them. */
    private static List<Row> large(Path memory, Path disk) throws Exception {
        try (SqliteJournal journal = open(memory)) {
            for (int visit = 0; journal.state().rows() < ROWS; visit++) {
                visit(journal, new VisitId("visit-" + visit));
            }
            for (String name : Recovered.FILES) {
                Files.copy(memory.resolve(name), disk.resolve(name));
            }
        }
        List<Row> rows = new ArrayList<>(starts(disk));
        rows.add(outbox(disk));
        return rows;
    }

    private static List<Row> starts(Path disk) throws Exception {
        Samples mine = new Samples();
        Samples walk = new Samples();
        Samples bare = new Samples();
        for (int i = 0; i < STARTS; i++) {
            bare.add(Recovered.in(disk, "bare")[0]);
            double[] ours = Recovered.in(disk, "journal");
            mine.add(ours[0]);
            walk.add(ours[1]);
        }
        String alone = "SQLite alone: open, quick_check, read every row once";
        String start = "start after a crash with " + ROWS + " rows, cold process, median of " + STARTS;
        return List.of(
                new Row(start, mine.median(), bare.median(), "ms", alone),
                new Row(
                        "then, beside: the whole chain, heads, marks, counts",
                        walk.median(),
                        bare.median(),
                        "ms",
                        alone));
    }

    private static Row outbox(Path disk) throws Exception {
        Samples mine = new Samples();
        Samples bare = new Samples();
        try (SqliteJournal journal = open(disk)) {
            for (int i = 0; i < 3; i++) {
                bare.add(read(journal, 20_000L * i, 20_000));
                mine.add(drain(journal, 20_000));
            }
        }
        return new Row(
                "outbox: read, encoded, acknowledged by fifties", mine.median(), bare.median(), "rows/s", "only read");
    }

    private static double read(SqliteJournal journal, long from, int many) {
        long began = System.nanoTime();
        for (long seq = from; seq < from + many; ) {
            seq = journal.after(seq, RowBatch.MOST_ROWS).getLast().seq();
        }
        return many / (System.nanoTime() - began + 0.0) * 1e9;
    }

    private static double drain(SqliteJournal journal, int many) {
        long until = journal.acknowledged() + many;
        long bytes = 0;
        long began = System.nanoTime();
        while (journal.acknowledged() < until) {
            List<ChainRow> rows = journal.after(journal.acknowledged(), RowBatch.MOST_ROWS);
            bytes += RowBatch.FORM.bytes(new RowBatch("", rows)).length;
            journal.acknowledge(rows.getLast().seq());
        }
        if (bytes == 0) {
            throw new IllegalStateException("nothing was drained");
        }
        return many / (System.nanoTime() - began + 0.0) * 1e9;
    }

    static SqliteJournal open(Path place) throws IOException {
        return SqliteJournal.open(
                place.resolve("journal.db"),
                "t-1",
                FileMachineKey.at(place.resolve("machine.key")),
                Care.of(HeadKey.in(place)),
                InstantSource.system());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
