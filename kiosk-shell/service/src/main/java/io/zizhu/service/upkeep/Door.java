package io.zizhu.service.upkeep;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/** The staff door: one PIN, five tries, then shut for 1, 2, 4 … minutes; keys live ten minutes after their last use. */
final class Door {
    private static final int TRIES = 5;
    private static final Duration KEY_LIFE = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<Pin> pin;
    private final InstantSource clock;
    private final Map<String, Instant> keys = new HashMap<>();
    private int wrong;
    private Instant shutUntil = Instant.MIN;

    Door(Supplier<Pin> pin, InstantSource clock) {
        this.pin = pin;
        this.clock = clock;
    }

    synchronized Upkeep.Entrance enter(String tried) { // two screens may try at once
        Instant now = clock.instant();
        if (now.isBefore(shutUntil)) {
            return new Upkeep.Entrance.Shut(shutUntil);
        }
        if (pin.get().opens(tried)) {
            wrong = 0;
            byte[] key = new byte[16];
            RANDOM.nextBytes(key);
            String word = HexFormat.of().formatHex(key);
            keys.put(word, now);
            return new Upkeep.Entrance.In(word);
        }
        wrong++;
        if (wrong % TRIES == 0) {
            shutUntil = now.plus(Duration.ofMinutes(1L << Math.min(wrong / TRIES - 1, 6)));
            return new Upkeep.Entrance.Shut(shutUntil);
        }
        return new Upkeep.Entrance.Wrong(TRIES - wrong % TRIES);
    }

    synchronized void leave(String key) {
        keys.remove(key);
    }

    synchronized void check(String key) {
        Instant now = clock.instant();
        Instant used = keys.get(key);
        if (used == null || used.plus(KEY_LIFE).isBefore(now)) {
            keys.remove(key);
            throw new Upkeep.NotEntered();
        }
        keys.put(key, now);
    }
}
