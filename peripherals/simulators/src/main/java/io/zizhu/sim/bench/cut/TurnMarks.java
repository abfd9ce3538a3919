package io.zizhu.sim.bench.cut;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On any line: before each turn, where the other end begins to speak. Knows no protocol. */
final class TurnMarks implements Marks {
    private @Nullable Way speaking;
    private int turns;

    @Override
    public void begin() {
        speaking = null;
        turns = 0;
    }

    @Override
    public Optional<String> before(Way way) {
        if (way == speaking) {
            return Optional.empty();
        }
        speaking = way;
        turns++;
        return Optional.of("turn " + turns);
    }

    @Override
    public Optional<String> after(Way way, int octet) {
        return Optional.empty();
    }
}
