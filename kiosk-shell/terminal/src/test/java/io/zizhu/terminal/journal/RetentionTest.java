package io.zizhu.terminal.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.VisitId;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path dir;

    /** The journal, a wall clock that anybody may set, and the monotonic clock that nobody can. */
    private static final class Station implements AutoCloseable {
        private final Path dir;
        private Instant wall = MONDAY;
        private Duration uptime = Duration.ofDays(3);
        private SqliteJournal journal;

        Station(Path dir) throws IOException {
            this.dir = dir;
            this.journal = open();
        }

        private SqliteJournal open() throws IOException {
            return SqliteJournal.open(
                    dir.resolve("journal.db"), "t-1", FileMachineKey.at(dir.resolve("machine.key")), () -> wall);
        }

        void passes(Duration time) {
            uptime = uptime.plus(time);
            wall = wall.plus(time);
        }

        void off(Duration time) throws IOException {
            journal.close();
            uptime = Duration.ofSeconds(20); // a machine that was switched off counts from the beginning
            wall = wall.plus(time);
            journal = open();
        }

        void visit(String id) {
            long decide =
                    journal.intent(new VisitId(id), Entry.of("decide", Map.of()).with(Map.of("name", "王小明 " + id)));
            journal.outcome(decide, Entry.of("decide", Map.of("result", "granted")));
            journal.close(new VisitId(id), Entry.of("visit-closed", Map.of()));
        }

        int erase(Duration keep) {
            return journal.erase(keep, uptime.toNanos());
        }

        Set<String> keys() throws Exception {
            var keys = new TreeSet<String>();
            try (var other = new Station.Copy(dir);
                    var rows = other.connection.createStatement().executeQuery("select visit from visit_key")) {
                while (rows.next()) {
                    keys.add(rows.getString(1));
                }
            }
            return keys;
        }

        List<String> kinds() {
            return journal.after(0, 10_000).stream().map(ChainRow::kind).toList();
        }

        @Override
        public void close() {
            journal.close();
        }

        /** What lies on the disk now, as somebody reads it who took the disk away. */
        private static final class Copy implements AutoCloseable {
            private final Path place = Files.createTempDirectory("zizhu-privacy-copy");
            private final java.sql.Connection connection;

            Copy(Path dir) throws Exception {
                for (String part : List.of("journal.db", "journal.db-wal")) {
                    if (Files.exists(dir.resolve(part))) {
                        Files.copy(dir.resolve(part), place.resolve(part));
                    }
                }
                connection = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("journal.db"));
            }

            @Override
            public void close() throws Exception {
                connection.close();
                delete(place);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Test
    void a_visit_is_erased_a_day_after_the_centre_has_all_of_it_and_not_before() throws Exception {
        try (var station = new Station(dir)) {
            station.visit("v1");
            station.passes(Duration.ofDays(30));
            assertEquals(0, station.erase(DAY), "nobody has acknowledged it");
            station.journal.acknowledge(2);
            station.passes(Duration.ofDays(30));
            assertEquals(0, station.erase(DAY), "its last row is not acknowledged");
            station.journal.acknowledge(3);
            assertEquals(0, station.erase(DAY), "the time begins now");
            station.passes(DAY.minusSeconds(1));
            assertEquals(0, station.erase(DAY));
            station.passes(Duration.ofSeconds(1));
            assertEquals(1, station.erase(DAY));
            assertEquals(0, station.erase(DAY));

            assertEquals(Set.of(), station.keys());
            ChainRow last = station.journal.after(3, 10).getFirst();
            assertEquals("erased", last.kind());
            assertEquals(
                    Json.Obj.EMPTY.with("visits", "1").canonical(), last.open().canonical());
            assertEquals("", last.visit());
            assertInstanceOf(ChainHead.Walked.Whole.class, station.journal.verify());
        }
    }

    @Test
    void what_waits_for_a_person_keeps_its_fields_and_a_late_row_begins_the_time_anew() throws Exception {
        try (var station = new Station(dir)) {
            var visit = new VisitId("v1");
            long doubt =
                    station.journal.intent(visit, Entry.of("doubt", Map.of()).with(Map.of("name", "王小明")));
            station.journal.close(visit, Entry.of("visit-closed", Map.of()));
            station.journal.acknowledge(2);
            station.erase(DAY);
            station.passes(Duration.ofDays(89));
            assertEquals(0, station.erase(DAY));
            assertEquals(
                    "王小明", station.journal.open().getFirst().entry().personal().get("name"));

            station.journal.outcome(doubt, Entry.of("doubt", Map.of("result", "settled")));
            assertEquals(0, station.erase(Duration.ZERO), "the outcome is not acknowledged");
            station.journal.acknowledge(3);
            assertEquals(1, station.erase(Duration.ZERO), "a time of nothing: as soon as it is acknowledged");
        }
    }

    @Test
    void the_wrapped_key_is_in_no_file_afterwards() throws Exception {
        try (var station = new Station(dir)) {
            station.visit("v1");
            byte[] wrapped;
            try (var copy = new Station.Copy(dir);
                    var row = copy.connection.createStatement().executeQuery("select wrapped from visit_key")) {
                wrapped = row.getBytes(1);
            }
            String key = new String(wrapped, ISO_8859_1);
            assertTrue(onDisk(key), "or this test looks in the wrong place");
            station.journal.acknowledge(3);
            assertEquals(1, station.erase(Duration.ZERO));
            assertFalse(onDisk(key));
        }
    }

    private boolean onDisk(String text) throws IOException {
        try (var files = Files.list(dir)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void a_clock_set_years_ahead_erases_nothing_at_once_and_is_seen() throws Exception {
        try (var station = new Station(dir)) {
            station.visit("v1");
            station.journal.acknowledge(3);
            station.erase(DAY);
            station.wall = station.wall.plus(Duration.ofDays(3650));
            assertEquals(0, station.erase(DAY), "while it runs the wall clock counts for nothing");

            station.off(Duration.ofDays(3650));
            assertEquals(0, station.erase(DAY), "a stop counts for a night at most");
            ChainRow seen = station.journal.after(3, 10).getFirst();
            assertEquals("time-off", seen.kind());
            assertTrue(
                    seen.open().canonical().contains("\"counted-hours\":\"12\""),
                    seen.open().canonical());
            station.passes(Duration.ofHours(12));
            assertEquals(1, station.erase(DAY));
        }
    }

    @Test
    void a_clock_set_back_is_seen_and_time_goes_on() throws Exception {
        try (var station = new Station(dir)) {
            station.visit("v1");
            station.journal.acknowledge(3);
            station.erase(DAY);
            station.off(Duration.ofDays(-9000));
            assertEquals(0, station.erase(DAY));
            assertTrue(station.kinds().contains("time-off"), station.kinds().toString());
            station.passes(DAY);
            assertEquals(1, station.erase(DAY));
        }
    }

    @Test
    void a_journal_of_the_former_kind_is_taken_over() throws Exception {
        try (var station = new Station(dir)) {
            station.visit("v1");
        }
        try (var old = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("journal.db"));
                var statement = old.createStatement()) {
            statement.executeUpdate("drop table kept_time");
            statement.executeUpdate("alter table visit_key drop column last");
            statement.executeUpdate("alter table visit_key drop column since");
        }
        try (var station = new Station(dir)) {
            station.journal.acknowledge(2);
            assertEquals(0, station.erase(Duration.ZERO), "its last row is not acknowledged");
            station.journal.acknowledge(3);
            assertEquals(1, station.erase(Duration.ZERO));
        }
    }

    /** What may happen at a station, in any order. */
    sealed interface Happens {
        record Visit(boolean doubt) implements Happens {}

        record Settled() implements Happens {}

        record Acknowledged(int more) implements Happens {}

        record Passes(int hours) implements Happens {}

        record Off(int hours) implements Happens {}

        record ClockSet(int hours) implements Happens {}

        record ClockSetWhileOff(int hours) implements Happens {}
    }

    @Provide
    Arbitrary<List<Happens>> histories() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 40);
        Arbitrary<Integer> jumps = Arbitraries.integers().between(-100_000, 100_000);
        return Arbitraries.<Happens>frequencyOf(
                        Tuple.of(4, Arbitraries.of(true, false).map(Happens.Visit::new)),
                        Tuple.of(1, Arbitraries.just(new Happens.Settled())),
                        Tuple.of(3, Arbitraries.integers().between(1, 9).map(Happens.Acknowledged::new)),
                        Tuple.of(3, hours.map(Happens.Passes::new)),
                        Tuple.of(1, hours.map(Happens.Off::new)),
                        Tuple.of(1, jumps.map(Happens.ClockSet::new)),
                        Tuple.of(1, jumps.map(Happens.ClockSetWhileOff::new)))
                .list()
                .ofMinSize(8)
                .ofMaxSize(30);
    }

    /** What ought to be, by the time that went by and the most that a false clock can win. */
    private static final class Oracle {
        private final Station station;
        private final Map<String, Long> lastRow = new HashMap<>();
        private final Map<String, Long> doubts = new HashMap<>();
        private final Map<String, Duration> acknowledgedAt = new HashMap<>();
        private Duration time = Duration.ZERO;

        Oracle(Station station) {
            this.station = station;
        }

        void happens(Happens event) throws IOException {
            switch (event) {
                case Happens.Visit(boolean doubt) -> visit("v" + lastRow.size(), doubt);
                case Happens.Settled() -> settle();
                case Happens.Acknowledged(int more) ->
                    station.journal.acknowledge(station.journal.acknowledged() + more);
                case Happens.Passes(int hours) -> {
                    station.passes(Duration.ofHours(hours));
                    time = time.plusHours(hours);
                }
                case Happens.Off(int hours) -> {
                    station.off(Duration.ofHours(hours));
                    time = time.plusHours(hours);
                }
                case Happens.ClockSetWhileOff(int hours) -> {
                    station.off(Duration.ofHours(hours));
                    time = time.plus(KeptTime.NIGHT); // so much a false clock can win at one stop
                }
                case Happens.ClockSet(int hours) -> {
                    station.wall = station.wall.plus(Duration.ofHours(hours));
                    station.passes(Duration.ofMinutes(10)); // then the disk knows the new clock, too
                    time = time.plusMinutes(10);
                }
            }
            acknowledged();
        }

        private void visit(String id, boolean doubt) {
            station.visit(id);
            if (doubt) {
                doubts.put(id, station.journal.intent(new VisitId(id), Entry.of("doubt", Map.of())));
            }
            lastRow.put(id, station.journal.state().rows());
        }

        void settle() {
            doubts.forEach((id, row) -> {
                station.journal.outcome(row, Entry.of("doubt", Map.of()));
                lastRow.put(id, station.journal.state().rows());
                acknowledgedAt.remove(id);
            });
            doubts.clear();
        }

        void acknowledged() {
            long acknowledged = station.journal.acknowledged();
            lastRow.forEach((id, row) -> {
                if (row <= acknowledged && !doubts.containsKey(id)) {
                    acknowledgedAt.putIfAbsent(id, time);
                }
            });
        }

        void nothingWentTooEarly() throws Exception {
            var gone = new HashSet<>(lastRow.keySet());
            gone.removeAll(station.keys());
            for (String id : gone) {
                assertTrue(acknowledgedAt.containsKey(id), id + " went unacknowledged or while it waited");
                Duration kept = time.minus(acknowledgedAt.getOrDefault(id, time));
                assertTrue(kept.compareTo(DAY) >= 0, id + " went after " + kept);
            }
        }
    }

    @Property(tries = 40)
    void nothing_goes_too_early_whatever_the_clocks_say_and_everything_goes_in_the_end(
            @ForAll("histories") List<Happens> history) throws Exception {
        Path place = Files.createTempDirectory("zizhu-privacy");
        try (var station = new Station(place)) {
            var oracle = new Oracle(station);
            for (Happens event : history) {
                oracle.happens(event);
                station.erase(DAY);
                oracle.nothingWentTooEarly();
            }
            oracle.settle();
            station.journal.acknowledge(station.journal.state().rows());
            oracle.acknowledged();
            station.erase(DAY);
            oracle.happens(new Happens.Passes(24));
            while (station.erase(DAY) > 0) {
                oracle.nothingWentTooEarly();
            }
            assertEquals(Set.of(), station.keys());
            assertInstanceOf(ChainHead.Walked.Whole.class, station.journal.verify());
        }
        delete(place);
    }
}
