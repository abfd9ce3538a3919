package io.zizhu.service.upkeep;

import java.time.Duration;
import java.time.Instant;

/** Wrong tries in a row: after every so many the door is shut for 1, 2, 4 … 64 minutes. One thread at a time. */
final class Tries {
    private final int most;
    private int wrong;
    private Instant shutUntil = Instant.MIN;

    Tries(int most) {
        this.most = most;
    }

    boolean shut(Instant now) {
        return now.isBefore(shutUntil);
    }

    Instant shutUntil() {
        return shutUntil;
    }

    /** @return how many are left before it shuts; 0 where it is shut now */
    int wrong(Instant now) {
        wrong++;
        if (wrong % most == 0) {
            shutUntil = now.plus(Duration.ofMinutes(1L << Math.min(wrong / most - 1, 6)));
            return 0;
        }
        return most - wrong % most;
    }

    void right() {
        wrong = 0;
    }
}
