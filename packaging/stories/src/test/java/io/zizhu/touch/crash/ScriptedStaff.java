package io.zizhu.touch.crash;

import io.zizhu.service.upkeep.Badge;
import io.zizhu.service.upkeep.Upkeep;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Two supervisors: read what waits for a person, and decide it together. One thread. */
final class ScriptedStaff {
    private final Upkeep upkeep;
    private final Consumer<String> say;

    ScriptedStaff(Upkeep upkeep, Consumer<String> say) {
        this.upkeep = upkeep;
        this.say = say;
    }

    /** A line {@code doubt KIND|CASE|REASON} each, then {@code doubts COUNT}. */
    void reads() {
        String key = enter();
        List<Upkeep.Doubt> doubts = upkeep.doubts(key);
        doubts.forEach(doubt -> say.accept("doubt " + doubt.kind() + "|" + doubt.caseNumber() + "|" + doubt.reason()));
        upkeep.leave(key);
        say.accept("doubts " + doubts.size());
    }

    /** Ends with {@code settled COUNT}. */
    void settles() {
        String key = enter();
        List<Upkeep.Doubt> doubts = upkeep.doubts(key);
        for (Upkeep.Doubt doubt : doubts) {
            Upkeep.Done done = upkeep.settle(
                    key, doubt.number(), "looked at, by the crash test", Optional.of(Badge.of("2002", "975310")));
            if (done instanceof Upkeep.Done.Refused refused) {
                throw new IllegalStateException("doubt " + doubt.number() + " is not settled: " + refused);
            }
        }
        upkeep.leave(key);
        say.accept("settled " + doubts.size());
    }

    private String enter() {
        return switch (upkeep.enter(Badge.of("2001", "135790"))) {
            case Upkeep.Entrance.In(var key) -> key;
            case Upkeep.Entrance.Wrong _, Upkeep.Entrance.Shut _, Upkeep.Entrance.Replayed _ ->
                throw new IllegalStateException("the training badge does not open the staff's door");
        };
    }
}
