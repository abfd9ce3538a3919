package io.zizhu.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the crash test would find wrong: each line of it can fail. */
class BalanceTest {
    private static final Books NOTHING = new Books(Map.of(), 0, Map.of(), List.of(), 0);

    private static Books.Matter renewal(String state, String receipt) {
        return new Books.Matter("SL1", state, 2000, receipt, "", "12345678", 2);
    }

    private static Books.Matter certificate(String state) {
        return new Books.Matter("SL2", state, 0, "", "WF2", "", 1);
    }

    private static Books books(long taken, Map<String, Integer> printed, Books.Matter... matters) {
        return new Books(
                Arrays.stream(matters).collect(Collectors.toMap(Books.Matter::number, Function.identity())),
                taken,
                printed,
                List.of(),
                0);
    }

    private static List<String> wrong(Books now, String... doubts) {
        return new Balance(NOTHING, now, List.of(doubts)).wrong();
    }

    @Test
    void what_is_paid_and_pursued_or_given_up_is_right() {
        assertEquals(List.of(), wrong(books(2000, Map.of(), renewal("TAKEN", "T/1/1"))));
        assertEquals(List.of(), wrong(books(0, Map.of(), renewal("WITHDRAWN", ""))));
        assertEquals(List.of(), wrong(books(0, Map.of("WF2", 1), certificate("DONE"))));
    }

    @Test
    void money_for_nothing_is_wrong_unless_staff_are_told_why() {
        Books kept = books(2000, Map.of(), renewal("WITHDRAWN", ""));
        assertEquals(List.of("2000 fen stand at the pad for nothing, listed are 0"), wrong(kept));
        assertEquals(List.of(), wrong(kept, "payment|SL1|the pad does not say"));
        assertEquals(List.of("a doubt without a reason: payment|SL1| "), wrong(kept, "payment|SL1| "));
    }

    @Test
    void a_case_without_its_money_is_wrong() {
        assertEquals(
                List.of("2000 fen are booked as paid that the pad does not have"),
                wrong(books(0, Map.of(), renewal("TAKEN", "T/1/1"))));
    }

    @Test
    void a_case_that_nobody_goes_on_with_is_wrong_unless_it_is_listed() {
        Books left = books(0, Map.of(), renewal("PROVISIONAL", ""));
        assertEquals(List.of("case SL1 is left PROVISIONAL, and nobody is told"), wrong(left));
        assertEquals(List.of(), wrong(left, "payment|SL1|unclear"));
    }

    @Test
    void a_certificate_has_its_sheet_once() {
        assertEquals(
                List.of("case SL2 is granted, and no sheet came out, and nobody is told"),
                wrong(books(0, Map.of(), certificate("DONE"))));
        assertEquals(List.of("WF2 was printed 2 times"), wrong(books(0, Map.of("WF2", 2), certificate("DONE"))));
        assertEquals(
                List.of("case SL2 is WITHDRAWN, and its sheet is out, and nobody is told"),
                wrong(books(0, Map.of("WF2", 1), certificate("WITHDRAWN"))));
    }
}
