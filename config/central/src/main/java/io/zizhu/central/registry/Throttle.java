package io.zizhu.central.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes a name for a while after too many wrong passwords in a row. Kept in memory; logins come on many threads,
 * hence the concurrent map. It never holds more than {@link #MOST} names.
 */
final class Throttle {
    private static final int WRONG = 5;
    private static final int MOST = 1000;
    private static final Duration CLOSED = Duration.ofSeconds(30);

    private final Map<String, Tries> tries = new ConcurrentHashMap<>();
    private final Clock clock;

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Tries(int wrong, Instant last) {}

    boolean open(String name) {
        Tries known = tries.get(name);
        return known == null
                || known.wrong() < WRONG
                || clock.instant().isAfter(known.last().plus(CLOSED));
    }

    void tried(String name, boolean right) {
        if (right) {
            tries.remove(name);
            return;
        }
        Instant now = clock.instant();
        if (tries.size() >= MOST) {
            tries.values().removeIf(each -> now.isAfter(each.last().plus(CLOSED)));
        }
        tries.merge(name, new Tries(1, now), (old, _) -> new Tries(old.wrong() + 1, now));
    }
}
