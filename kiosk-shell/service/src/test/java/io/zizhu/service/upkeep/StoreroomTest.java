package io.zizhu.service.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zizhu.service.RowsInMemory;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.stock.Book;
import io.zizhu.service.stock.Fate;
import io.zizhu.service.stock.Stocktaker;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.upkeep.Upkeep.Done;
import io.zizhu.service.upkeep.Upkeep.Why;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreroomTest {
    private static final Optional<Badge> SUPERVISOR = Optional.of(Badge.of("2001", "135790"));
    private static final Optional<Badge> NOBODY = Optional.empty();
    private static final Done WELL = new Done.Well();

    private final Instant now = Instant.parse("2026-11-21T02:00:00Z");
    private final RowsInMemory rows = new RowsInMemory(() -> now);
    private final Stocktaker stock = new Stocktaker(rows, () -> now);
    private final Store store = new Storeroom(
                    stock,
                    new Witness(
                            new Door(() -> Station.PEOPLE, () -> now),
                            (kind, facts) -> stock.note(VisitId.NONE, Entry.of(kind, facts))),
                    () -> now)
            .of(Station.PEOPLE.find("1001").orElseThrow(), List.of(Supply.A4, Supply.ROLL));

    private static Done refused(Why why, String detail) {
        return new Done.Refused(why, detail);
    }

    @Test
    void packs_are_added_and_a_roll_takes_the_old_ones_place() {
        assertEquals(WELL, store.load(Supply.A4, 250));
        assertEquals(WELL, store.load(Supply.A4, 250));
        assertEquals(500, stock.left("a4"));
        store.load(Supply.ROLL, 80_000);
        store.load(Supply.ROLL, 50_000);
        assertEquals(50_000, stock.left("roll"));
        assertEquals("80000", rows.last().open().get("rest"));
        assertEquals("1001", rows.last().open().get("badge"));
        assertEquals(refused(Why.NO_NUMBER, ""), store.load(Supply.A4, 0));
    }

    @Test
    void a_difference_needs_a_reason_and_a_second_person_and_an_equal_count_neither() {
        store.load(Supply.A4, 250);
        assertEquals(WELL, store.count(Supply.A4, 250, "", NOBODY));
        assertEquals(refused(Why.REASON_NEEDED, "-7"), store.count(Supply.A4, 243, " ", NOBODY));
        assertEquals(refused(Why.SECOND_NEEDED, ""), store.count(Supply.A4, 243, "torn", NOBODY));
        assertEquals(250, stock.left("a4"));
        assertEquals(WELL, store.count(Supply.A4, 243, "torn", SUPERVISOR));
        assertEquals(
                Map.of(
                        "supply", "a4", "book", "250", "found", "243", "reason", "torn", "badge", "1001", "second",
                        "2001"),
                rows.last().open());
        assertEquals(-7, stock.ask(book -> book.shift(Supply.A4)).tally().found());
        assertEquals(243, stock.left("a4"));
    }

    @Test
    void security_paper_is_loaded_by_two_under_numbers_that_were_never_loaded() {
        assertEquals(refused(Why.NO_RANGE, ""), store.loadNumbered("000200", "000101", SUPERVISOR));
        assertEquals(refused(Why.NO_RANGE, ""), store.loadNumbered("101", "0200", SUPERVISOR));
        assertEquals(refused(Why.SECOND_NEEDED, ""), store.loadNumbered("000101", "000200", NOBODY));
        assertEquals(WELL, store.loadNumbered("000101", "000200", SUPERVISOR));
        assertEquals(refused(Why.NUMBER_USED, "000101–000200"), store.loadNumbered("000200", "000300", SUPERVISOR));
        assertEquals(refused(Why.NUMBERED_IN, "000101"), store.load(Supply.A4, 250));
        assertEquals(100, stock.left("a4"));
        assertEquals(Optional.of("000101"), store.stocks().getFirst().next());
    }

    @Test
    void plain_paper_goes_out_before_security_paper_comes_in() {
        store.load(Supply.A4, 3);
        assertEquals(refused(Why.PLAIN_IN, ""), store.loadNumbered("000101", "000200", SUPERVISOR));
        store.count(Supply.A4, 0, "taken out", SUPERVISOR);
        assertEquals(WELL, store.loadNumbered("000101", "000200", SUPERVISOR));
    }

    @Test
    void numbers_that_were_passed_over_are_explained_by_two_run_by_run() {
        store.loadNumbered("000201", "000210", SUPERVISOR);
        store.loadNumbered("000101", "000110", SUPERVISOR);
        assertEquals(refused(Why.COUNT_BY_NUMBER, "000201"), store.count(Supply.A4, 19, "", NOBODY));
        assertEquals(WELL, store.countNumbered("000201", "", NOBODY), "nothing is missing");
        assertEquals(refused(Why.REASON_NEEDED, "000201–000102"), store.countNumbered("000103", "", NOBODY));
        assertEquals(WELL, store.countNumbered("000103", "the pack was short", SUPERVISOR));
        assertEquals(8, stock.left("a4"));
        assertEquals(Optional.of("000103"), stock.nextSheet());
        assertEquals(refused(Why.NUMBER_USED, "000102"), store.countNumbered("000102", "", NOBODY));
        assertEquals(
                12,
                stock.ask(Book::sheets).stream()
                        .filter(sheet -> sheet.fate() == Fate.MISSING)
                        .count());
    }

    @Test
    void what_is_spoiled_says_why_and_a_numbered_sheet_goes_with_its_number() {
        store.load(Supply.ROLL, 80_000);
        assertEquals(refused(Why.REASON_NEEDED, ""), store.spoil(Supply.ROLL, 500, "", NOBODY));
        assertEquals(WELL, store.spoil(Supply.ROLL, 500, "creased", NOBODY));
        assertEquals(refused(Why.NO_NUMBER, ""), store.spoil(Supply.A4, 1, "torn", NOBODY));
        store.loadNumbered("000101", "000110", SUPERVISOR);
        assertEquals(refused(Why.SECOND_NEEDED, ""), store.spoil(Supply.A4, 1, "torn", NOBODY));
        assertEquals(WELL, store.spoil(Supply.A4, 1, "torn", SUPERVISOR));
        assertEquals(Kinds.SPOILED, rows.last().kind());
        assertEquals("000101", rows.last().open().get("first"));
        assertEquals(Optional.of("000102"), stock.nextSheet());
    }
}
