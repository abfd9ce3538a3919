package io.zizhu.service.upkeep;

import io.zizhu.service.upkeep.Upkeep.Entrance;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The staff door. Each badge has five tries, then it is shut for 1, 2, 4 … minutes; numbers that are nobody's have theirs
 * too, and twenty together shut the door to all of them. A code of a badge app lets in once. Keys live ten minutes after
 * their last use, and end at once where the badge is revoked.
 */
final class Door {
    private static final int TRIES = 5;
    private static final int STRANGERS = 20;
    private static final int MOST_NUMBERS = 200;
    private static final Duration KEY_LIFE = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<People> people;
    private final InstantSource clock;
    private final Map<String, Inside> keys = new HashMap<>();
    private final Map<String, Tries> tries = new LinkedHashMap<>();
    private final Map<String, Long> spent = new HashMap<>();
    private final Tries strangers = new Tries(STRANGERS);

    /**
     * A try as the journal keeps it.
     *
     * @param badge a number of the section, or {@code unknown}: what a stranger typed may be anything
     * @param result {@code in}, {@code wrong}, {@code shut}, {@code unknown}, {@code revoked} or {@code replayed}
     * @param step of the code that let in; empty where none did
     */
    record Try(Entrance entrance, String badge, String result, OptionalLong step) {}

    private record Inside(String badge, Instant used) {}

    Door(Supplier<People> people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    People people() {
        return people.get();
    }

    /** Where it lets in, with a key. */
    synchronized Try enter(Badge shown) { // two screens may try at once
        Try tried = judge(shown);
        if (!(tried.entrance() instanceof Entrance.In)) {
            return tried;
        }
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        keys.put(key, new Inside(tried.badge(), clock.instant()));
        return new Try(new Entrance.In(key), tried.badge(), tried.result(), tried.step());
    }

    /** The same judgement without a key: for a second person. */
    synchronized Try judge(Badge shown) {
        Instant now = clock.instant();
        Optional<Person> known = people.get().find(shown.number());
        String badge = known.map(Person::badge).orElse("unknown");
        Tries own = triesOf(shown.number());
        if (own.shut(now) || (known.isEmpty() && strangers.shut(now))) {
            Instant until = own.shut(now) ? own.shutUntil() : strangers.shutUntil();
            return tried(new Entrance.Shut(until), badge, "shut");
        }
        Person person = known.orElseGet(() -> people.get().all().getFirst()); // as slow for a stranger as for anybody
        boolean opens = person.pin().opens(shown.pin()) && known.isPresent();
        if (!opens || person.revoked()) {
            String result = known.isEmpty() ? "unknown" : person.revoked() ? "revoked" : "wrong";
            return tried(wrong(own, known.isEmpty(), now), badge, result);
        }
        return person.code().map(code -> coded(person, code, shown, own)).orElseGet(() -> in(badge, own));
    }

    private Try coded(Person person, OneTimeCode code, Badge shown, Tries own) {
        Instant now = clock.instant();
        OptionalLong step = code.step(shown.code(), now);
        if (step.isEmpty()) {
            return tried(wrong(own, false, now), person.badge(), "wrong");
        }
        if (step.getAsLong() <= spent.getOrDefault(person.badge(), Long.MIN_VALUE)) {
            Entrance shut = wrong(own, false, now);
            return tried(shut instanceof Entrance.Shut ? shut : new Entrance.Replayed(), person.badge(), "replayed");
        }
        spent.put(person.badge(), step.getAsLong());
        Try in = in(person.badge(), own);
        return new Try(in.entrance(), in.badge(), in.result(), step);
    }

    private static Try in(String badge, Tries own) {
        own.right();
        return tried(new Entrance.In(""), badge, "in");
    }

    private static Try tried(Entrance entrance, String badge, String result) {
        return new Try(entrance, badge, result, OptionalLong.empty());
    }

    private Entrance wrong(Tries own, boolean stranger, Instant now) {
        int left = own.wrong(now);
        if (stranger && strangers.wrong(now) == 0) {
            return new Entrance.Shut(strangers.shutUntil());
        }
        return left == 0 ? new Entrance.Shut(own.shutUntil()) : new Entrance.Wrong(left);
    }

    /** What strangers typed is forgotten, the oldest first; what the section's own badges did never is. */
    private Tries triesOf(String number) {
        if (tries.size() >= MOST_NUMBERS && !tries.containsKey(number)) {
            tries.keySet().stream()
                    .filter(old -> people.get().find(old).isEmpty())
                    .findFirst()
                    .ifPresent(tries::remove);
        }
        return tries.computeIfAbsent(number, _ -> new Tries(TRIES));
    }

    /** A restart forgives nothing: a try of before it, oldest first. */
    synchronized void recall(Instant at, String badge, String result, OptionalLong step) {
        step.ifPresent(known -> spent.merge(badge, known, Math::max));
        Tries own = people.get().find(badge).isPresent() ? triesOf(badge) : strangers;
        switch (result) {
            case "in" -> own.right();
            case "wrong", "unknown", "revoked", "replayed" -> own.wrong(at);
            default -> {} // shut was told again, not tried again; nobody fails by leaving
        }
    }

    /** @return whose key it was; empty where it was no key any more */
    synchronized Optional<String> leave(String key) {
        return Optional.ofNullable(keys.remove(key)).map(Inside::badge);
    }

    /** @return the person who entered with this key */
    synchronized Person check(String key) {
        Instant now = clock.instant();
        Inside inside = keys.get(key);
        Optional<Person> person = inside == null || inside.used().plus(KEY_LIFE).isBefore(now)
                ? Optional.empty()
                : people.get().find(inside.badge()).filter(known -> !known.revoked());
        if (person.isEmpty() || inside == null) {
            keys.remove(key);
            throw new Upkeep.NotEntered();
        }
        keys.put(key, new Inside(inside.badge(), now));
        return person.get();
    }
}
