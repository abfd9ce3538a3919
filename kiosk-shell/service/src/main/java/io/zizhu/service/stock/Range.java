package io.zizhu.service.stock;

import java.util.Locale;
import java.util.Optional;

/**
 * Numbers of a pack of security paper, both ends included.
 *
 * @param digits how many a number is written with, leading zeros included
 */
public record Range(long first, long last, int digits) {
    private static final int MOST_DIGITS = 12;
    private static final int MOST_SHEETS = 10_000;

    /** Empty where these are no numbers of one length, in order, of a pack that fits a tray. */
    public static Optional<Range> of(String first, String last) {
        String numbers = "[0-9]{1," + MOST_DIGITS + "}";
        if (!first.matches(numbers) || !last.matches(numbers) || first.length() != last.length()) {
            return Optional.empty();
        }
        var range = new Range(Long.parseLong(first), Long.parseLong(last), first.length());
        return range.sheets() >= 1 && range.sheets() <= MOST_SHEETS ? Optional.of(range) : Optional.empty();
    }

    public long sheets() {
        return last - first + 1;
    }

    public boolean overlaps(Range other) {
        return first <= other.last && other.first <= last;
    }

    boolean holds(long number) {
        return first <= number && number <= last;
    }

    String written(long number) {
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    @Override
    public String toString() {
        return written(first) + "–" + written(last);
    }
}
