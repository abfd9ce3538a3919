package io.zizhu.service.flow;

import java.util.List;

/** The next stand and what the world must do. */
public record Move(Stand stand, List<Effect> effects) {
    public Move {
        effects = List.copyOf(effects);
    }

    public static Move to(Stand stand, Effect... effects) {
        return new Move(stand, List.of(effects));
    }

    /** Nothing changes: the event does not belong to this scene. */
    public static Move stay(Stand stand) {
        return new Move(stand, List.of());
    }
}
