package io.zizhu.service.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.service.RowsInMemory;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTest {
    private static final VisitId VISIT = new VisitId("v1");

    private Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private final RowsInMemory rows = new RowsInMemory(() -> now);
    private Stocktaker stock = new Stocktaker(rows, () -> now);

    private void load(String first, String last, int sheets) {
        stock.note(
                VisitId.NONE,
                Entry.of(Kinds.LOADED, Map.of("supply", "a4", "first", first, "last", last, "badge", "1001"))
                        .using("a4", sheets));
    }

    private String print(String result) {
        String number = stock.nextSheet().orElse("");
        long intent = stock.intent(VISIT, Entry.of(Kinds.ISSUE, Map.of("sheet", number)));
        Entry outcome = Entry.of(Kinds.ISSUE, Map.of("sheet", number, "result", result));
        boolean gone = result.equals("out") || result.equals("jammed");
        stock.outcome(intent, gone ? outcome.using("a4", -1) : outcome);
        return number;
    }

    private Tally tally(Supply supply) {
        return stock.ask(book -> book.shift(supply)).tally();
    }

    private void note(String kind, Map<String, String> facts, String supply, int change) {
        stock.note(VisitId.NONE, Entry.of(kind, facts).using(supply, change));
    }

    @Test
    void every_sheet_has_a_place() {
        note(Kinds.LOADED, Map.of("badge", "1001"), "a4", 250);
        print("out");
        print("out");
        print("jammed");
        print("refused");
        print("unknown");
        note(Kinds.SPOILED, Map.of("reason", "wet"), "a4", -4);
        note(Kinds.COUNTED, Map.of("reason", "nobody knows"), "a4", -2);
        assertEquals(new Tally(250, 2, 5, 0, -2, 0, 1), tally(Supply.A4));
        assertEquals(241L, (long) stock.ask(book -> book.left(Supply.A4)));
        assertEquals(241, stock.left("a4"));
    }

    @Test
    void a_roll_takes_the_old_ones_place_and_its_rest_is_written_off() {
        note(Kinds.LOADED, Map.of(), "roll", 80_000);
        stock.note(VISIT, Entry.of(Kinds.SLIP, Map.of("result", "out")).using("roll", -143));
        note(Kinds.LOADED, Map.of("rest", "79857"), "roll", 80_000 - 79_857);
        assertEquals(new Tally(160_000, 143, 79_857, 0, 0, 0, 0), tally(Supply.ROLL));
        assertEquals(80_000, stock.left("roll"));
    }

    @Test
    void a_hand_over_begins_a_new_balance_where_the_old_one_ended() {
        note(Kinds.LOADED, Map.of(), "a4", 100);
        print("out");
        now = now.plusSeconds(3600);
        stock.note(VisitId.NONE, Entry.of(Kinds.HAND_OVER, Map.of("badge", "1001")));
        print("out");
        assertEquals(new Balance(Supply.A4, 99, Tally.ofUsed(1)), stock.ask(book -> book.shift(Supply.A4)));
        assertEquals(now, stock.ask(Book::shiftBegan));
    }

    @Test
    void a_number_is_given_out_once_and_only_a_refused_print_gives_it_back() {
        load("000101", "000104", 4);
        assertEquals("000101", print("refused"));
        assertEquals("000101", print("out"));
        assertEquals("000102", print("unknown"));
        assertEquals("000103", print("jammed"));
        stock.intent(VISIT, Entry.of(Kinds.ISSUE, Map.of("sheet", "000104")));
        assertEquals(Optional.empty(), stock.nextSheet(), "one is with a print that nobody ended: a crash");
        assertEquals(
                List.of(Fate.USED, Fate.TAKEN, Fate.SPOILED, Fate.TAKEN),
                stock.ask(Book::sheets).stream().map(Numbered::fate).toList());
        assertEquals("v1", stock.ask(Book::sheets).getFirst().by());
    }

    @Test
    void numbers_passed_over_are_missing_and_never_come_again() {
        load("000101", "000110", 10);
        print("out");
        assertEquals(List.of("000102", "000103"), stock.ask(book -> book.sheetsBefore("000104")));
        note(Kinds.COUNTED, Map.of("first", "000102", "last", "000103", "badge", "1001"), "a4", -2);
        assertEquals(Optional.of("000104"), stock.nextSheet());
        assertEquals(7L, (long) stock.ask(Book::numberedLeft));
        assertEquals(7, stock.left("a4"));
        assertTrue(stock.ask(book -> book.overlapping(new Range(90, 101, 6))).isPresent(), "used up or not");
    }

    /** Whatever is written, and wherever the power fails: no number twice, and the book agrees with the journal's count. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_days_with_restarts(long seed) {
        var random = new Random(seed);
        Set<String> seen = new HashSet<>();
        long first = 1;
        for (int i = 0; i < 600; i++) {
            now = now.plusSeconds(random.nextInt(4000) - 200L); // the clock is set back at times
            if (stock.nextSheet().isEmpty()) {
                load("%06d".formatted(first), "%06d".formatted(first + 49), 50);
                first += 50;
            }
            if (random.nextInt(20) == 0) {
                stock = new Stocktaker(rows, () -> now);
            }
            if (random.nextInt(15) == 0) {
                String taken = stock.nextSheet().orElseThrow();
                stock.intent(VISIT, Entry.of(Kinds.ISSUE, Map.of("sheet", taken)));
                assertTrue(seen.add(taken), taken);
                continue; // cut off
            }
            String result =
                    List.of("out", "out", "out", "jammed", "unknown", "refused").get(random.nextInt(6));
            String number = print(result);
            assertTrue(result.equals("refused") ? !seen.contains(number) : seen.add(number), number + " " + result);
            assertEquals(stock.left("a4"), (long) stock.ask(book -> book.left(Supply.A4)));
        }
        for (Journal.Kept row : rows.rows(Instant.EPOCH, Instant.MAX)) {
            assertTrue(row.supplies().getOrDefault("a4", 0) >= -1);
        }
    }

    @Test
    void the_forecast_knows_that_nights_are_quiet() {
        var usage = new Usage();
        Instant monday = Instant.parse("2026-11-16T00:00:00Z");
        for (int hour = 0; hour < 168; hour++) {
            if (hour % 24 >= 8 && hour % 24 < 18) {
                usage.used(monday.plus(Duration.ofHours(hour)), 10);
            } else {
                usage.used(monday.plus(Duration.ofHours(hour)), 0);
            }
        }
        Instant evening = monday.plus(Duration.ofHours(167)); // 23:00
        assertEquals(Optional.of(Duration.ofHours(12)), usage.lasts(50, evening), "8 quiet hours, then five busy ones");
        assertEquals(Optional.of(Duration.ZERO), usage.lasts(0, evening));
        assertEquals(Optional.empty(), usage.lasts(701, evening), "more than a week");
    }

    @Test
    void nothing_is_forecast_from_nothing() {
        var usage = new Usage();
        assertEquals(Optional.empty(), usage.lasts(50, now));
        usage.used(now, 30);
        assertEquals(Optional.empty(), usage.lasts(50, now.plusSeconds(60)), "one busy minute says little");
    }
}
