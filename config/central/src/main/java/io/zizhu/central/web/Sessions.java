package io.zizhu.central.web;

import io.zizhu.central.fleet.Fleet.Technician;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Technicians who proved their name to the JSON interface, for a quarter of an hour after their last call. Kept in
 * memory; requests come on many threads at once, hence the concurrent map.
 */
final class Sessions {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    private record Open(Technician technician, Instant until) {}

    String open(Technician technician) {
        Instant now = clock.instant();
        open.values().removeIf(each -> each.until().isBefore(now));
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String session = HexFormat.of().formatHex(bytes);
        open.put(session, new Open(technician, now.plus(LIFE)));
        return session;
    }

    Optional<Technician> find(String session) {
        Instant now = clock.instant();
        Open found = open.computeIfPresent(
                session, (_, kept) -> kept.until().isBefore(now) ? null : new Open(kept.technician(), now.plus(LIFE)));
        return Optional.ofNullable(found).map(Open::technician);
    }
}
