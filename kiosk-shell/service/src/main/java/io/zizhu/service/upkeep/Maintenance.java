package io.zizhu.service.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether the staff have taken the terminal out of service to work on it: until they put it back, two hours at most. It
 * outlives the page and the key, for who stands behind an open cabinet touches neither.
 */
final class Maintenance {
    static final Duration LONGEST = Duration.ofHours(2);

    private final InstantSource clock;
    private volatile Optional<Instant> begun = Optional.empty();

    Maintenance(InstantSource clock) {
        this.clock = clock;
    }

    /** @return whether that is news */
    synchronized boolean set(boolean on) { // two screens may press at once
        boolean news = on != active();
        if (news) {
            begun = on ? Optional.of(clock.instant()) : Optional.empty();
        }
        return news;
    }

    boolean active() {
        return begun.filter(from -> clock.instant().isBefore(from.plus(LONGEST)))
                .isPresent();
    }
}
