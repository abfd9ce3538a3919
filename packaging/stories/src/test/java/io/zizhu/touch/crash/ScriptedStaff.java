package io.zizhu.touch.crash;

import io.zizhu.service.day.Settlement;
import io.zizhu.service.upkeep.Badge;
import io.zizhu.service.upkeep.Upkeep;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Two supervisors: read what waits for a person, and decide it together. One thread. */
final class ScriptedStaff {
    private final Upkeep upkeep;
    private final Consumer<String> say;
    private Optional<String> entered = Optional.empty();

    ScriptedStaff(Upkeep upkeep, Consumer<String> say) {
        this.upkeep = upkeep;
        this.say = say;
    }

    /** A line {@code doubt KIND|CASE|REASON} each, then {@code doubts COUNT}. */
    void reads() {
        List<Upkeep.Doubt> doubts = upkeep.doubts(key());
        doubts.forEach(doubt -> say.accept("doubt " + doubt.kind() + "|" + doubt.caseNumber() + "|" + doubt.reason()));
        say.accept("doubts " + doubts.size());
    }

    /** Ends with {@code settled COUNT}. */
    void settles() {
        String key = key();
        List<Upkeep.Doubt> doubts = upkeep.doubts(key);
        for (Upkeep.Doubt doubt : doubts) {
            Upkeep.Done done = upkeep.settle(
                    key,
                    doubt.number(),
                    Settlement.PASSED_ON, // the point's own sum stays as it is
                    "looked at, by the crash test",
                    Optional.of(Badge.of("2002", "975310")));
            if (done instanceof Upkeep.Done.Refused refused) {
                throw new IllegalStateException("doubt " + doubt.number() + " is not settled: " + refused);
            }
        }
        say.accept("settled " + doubts.size());
    }

    /** They stay for the life of the process: a PIN is slow to check, on purpose. */
    private String key() {
        String key = entered.orElseGet(this::enter);
        entered = Optional.of(key);
        return key;
    }

    private String enter() {
        return switch (upkeep.enter(Badge.of("2001", "135790"))) {
            case Upkeep.Entrance.In(var key) -> key;
            case Upkeep.Entrance.Wrong _, Upkeep.Entrance.Shut _, Upkeep.Entrance.Replayed _ ->
                throw new IllegalStateException("the training badge does not open the staff's door");
        };
    }
}
