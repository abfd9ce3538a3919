package io.zizhu.device.pay;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import java.util.List;

/** What became of closing the pad's day. */
public sealed interface DayEnd {
    /**
     * The day is handed over, and the pad counts anew.
     *
     * @param totals one for each kind of card that was used, empty for a day without payments
     */
    record Closed(List<Total> totals) implements DayEnd {
        public Closed {
            totals = List.copyOf(totals);
        }
    }

    /** @param code the pad's result code: the day stays open */
    record Refused(String code) implements DayEnd {}

    /** Never begun. */
    record Failed(Fault fault) implements DayEnd {}

    /** The pad was asked and no answer is known: a person compares the pad's own list. */
    record Unknown(Fault fault) implements DayEnd {
        public FindOut findOut() {
            return FindOut.LOOK;
        }
    }

    /**
     * What one kind of card brought.
     *
     * @param card as the pad calls it
     * @param minor in the currency's smallest unit
     * @param currency ISO 4217 letters
     */
    record Total(String card, int count, long minor, String currency) {}
}
