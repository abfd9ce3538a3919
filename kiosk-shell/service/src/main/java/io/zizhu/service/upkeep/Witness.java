package io.zizhu.service.upkeep;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The rule of two persons, for security paper and money: somebody else with a badge and PIN of their own stands beside the
 * one who entered, and one of the two is a supervisor. Every try is a row of the journal.
 */
final class Witness {
    static final String ROW = "staff-second";

    private final Door door;
    private final BiConsumer<String, Map<String, String>> journal;

    /** What came of asking for a second person. */
    sealed interface Stood {
        /** @param facts who they are, for the act's own row */
        record Both(Map<String, String> facts) implements Stood {}

        record Not(Upkeep.Done.Refused why) implements Stood {}
    }

    /** @param journal writes a row of this kind with these facts */
    Witness(Door door, BiConsumer<String, Map<String, String>> journal) {
        this.door = door;
        this.journal = journal;
    }

    /** @param shown by the second person; empty where nobody was asked yet */
    Stood beside(Person first, Optional<Badge> shown) {
        if (!door.people().badges()) {
            return not(Upkeep.Why.NO_BADGES);
        }
        if (shown.isEmpty()) {
            return not(Upkeep.Why.SECOND_NEEDED);
        }
        if (shown.get().number().equals(first.badge())) {
            note(first, first.badge(), "same person");
            return not(Upkeep.Why.SAME_PERSON);
        }
        Door.Try tried = door.judge(shown.get());
        if (!(tried.entrance() instanceof Upkeep.Entrance.In)) {
            note(first, tried.badge(), tried.result());
            return not(Upkeep.Why.SECOND_REFUSED);
        }
        boolean supervised = first.is(Role.SUPERVISOR)
                || door.people()
                        .find(tried.badge())
                        .filter(known -> known.is(Role.SUPERVISOR))
                        .isPresent();
        var facts = new LinkedHashMap<>(Map.of("by", first.badge()));
        tried.step().ifPresent(step -> facts.put("step", Long.toString(step)));
        facts.put("badge", tried.badge());
        facts.put("result", supervised ? "in" : "no supervisor");
        journal.accept(ROW, facts);
        return supervised
                ? new Stood.Both(Map.of("badge", first.badge(), "second", tried.badge()))
                : not(Upkeep.Why.NO_SUPERVISOR);
    }

    private void note(Person first, String badge, String result) {
        journal.accept(ROW, Map.of("by", first.badge(), "badge", badge, "result", result));
    }

    private static Stood not(Upkeep.Why why) {
        return new Stood.Not(new Upkeep.Done.Refused(why, ""));
    }
}
