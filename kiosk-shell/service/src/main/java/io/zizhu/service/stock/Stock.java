package io.zizhu.service.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is in of one supply.
 *
 * @param left by the book
 * @param lasts if it is used as in the last week; empty where that cannot be said, or for more than a week
 * @param next number of the next sheet of security paper; empty for plain paper
 */
public record Stock(Supply supply, long left, Optional<Duration> lasts, Optional<String> next) {
    /** A shift and a little more. */
    private static final Duration SHIFT = Duration.ofHours(9);

    public static Stock of(Book book, Supply supply, Instant now) {
        return new Stock(
                supply,
                book.left(supply),
                book.lasts(supply, now),
                supply == Supply.A4 ? book.nextSheet() : Optional.empty());
    }

    /** Somebody should refill before the next shift. */
    public boolean low() {
        return left < supply.little()
                || lasts.filter(time -> time.compareTo(SHIFT) <= 0).isPresent();
    }
}
