package io.zizhu.device.keep;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts how often a device went away after it had been there. One that comes and goes does more harm than one that stays
 * away: after {@code times} losses within the window it is left alone for a while, and says so.
 */
final class Flaps {
    private final Rhythm.Flapping limit;
    private final Deque<Long> losses = new ArrayDeque<>();

    Flaps(Rhythm.Flapping limit) {
        this.limit = limit;
    }

    /** @return how long to leave it alone now; zero where it is not flapping */
    synchronized Duration lost() { // two owners of one device may meet here when the first was given up
        long now = System.nanoTime();
        losses.addLast(now);
        while (!losses.isEmpty() && now - losses.getFirst() > limit.within().toNanos()) {
            losses.removeFirst();
        }
        if (losses.size() < limit.times()) {
            return Duration.ZERO;
        }
        losses.clear();
        return limit.rest();
    }

    /** Staff have seen to it. */
    synchronized void forget() {
        losses.clear();
    }
}
