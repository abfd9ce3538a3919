package io.zizhu.central.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything that is said of one terminal's money of one day.
 *
 * @param facts journal rows of the cases charged that day, whenever they were written, in order
 * @param files case files by number: of those cases, and of whatever else of this terminal was paid that day
 * @param orders payment orders by number: of those cases, and of whatever else of this terminal was paid that day
 * @param closes closings of the pad's day, their intents and outcomes
 * @param from the day's first instant
 * @param to the first instant after it
 */
record Sources(
        String terminal,
        LocalDate day,
        List<Fact> facts,
        Map<String, File> files,
        Map<String, Order> orders,
        List<Fact> closes,
        Instant from,
        Instant to) {
    Sources {
        facts = List.copyOf(facts);
        files = Map.copyOf(files);
        orders = Map.copyOf(orders);
        closes = List.copyOf(closes);
    }

    /**
     * A case file.
     *
     * @param state the back office's word, such as {@code TAKEN}
     * @param receipt {@code terminal/receipt/trace} of its payment; empty while it is not paid
     */
    record File(String number, String state, long fee, String receipt, Instant made) {
        boolean paid() {
            return !receipt.isEmpty();
        }
    }

    /** A payment order of the payment back office. */
    record Order(String number, long fen, String state, Instant begun) {
        boolean paid() {
            return state.equals("PAID");
        }
    }

    boolean within(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
