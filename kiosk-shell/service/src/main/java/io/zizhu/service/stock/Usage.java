package io.zizhu.service.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of a supply each of the last 168 hours used, and by that when it will be used up: the coming hours use what
 * the same hours of the last week did, for a station's night is not its day. One thread at a time.
 */
final class Usage {
    private static final int WEEK = 168;
    private static final int DAY = 24;
    private static final int LEAST = 3;
    private static final long HOUR = 3600;

    private final TreeMap<Long, Long> hours = new TreeMap<>();
    private long first = Long.MAX_VALUE;

    void used(Instant at, long amount) {
        long hour = Math.floorDiv(at.getEpochSecond(), HOUR);
        first = Math.min(first, hour);
        hours.merge(hour, amount, Long::sum);
        hours.headMap(hours.lastKey() - 2 * WEEK).clear();
    }

    /**
     * How long this much will do; empty where too little is known (three hours at least), or it will do for more than a
     * week.
     */
    Optional<Duration> lasts(long left, Instant now) {
        long hour = Math.floorDiv(now.getEpochSecond(), HOUR);
        if (left <= 0) {
            return Optional.of(Duration.ZERO);
        }
        if (first > hour - LEAST + 1) {
            return Optional.empty();
        }
        long known = Math.min(hour - first + 1, WEEK);
        known = known < DAY ? known : known / DAY * DAY;
        long rest = left;
        for (int ahead = 0; ahead < WEEK; ahead++) {
            rest -= usedIn(hour + 1 + ahead - (ahead / known + 1) * known);
            if (rest <= 0) {
                return Optional.of(Duration.ofHours(ahead));
            }
        }
        return Optional.empty();
    }

    private long usedIn(long hour) {
        return hours.getOrDefault(hour, 0L);
    }
}
