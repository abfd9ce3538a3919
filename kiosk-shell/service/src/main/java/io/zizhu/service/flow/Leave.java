package io.zizhu.service.flow;

import io.zizhu.catalogue.Words;
import java.util.ArrayList;
import java.util.List;

/** How a visit ends: finished, given up, or after trouble; everything personal goes with the same move. */
final class Leave {
    private Leave() {}

    static Move done(Stand at) {
        return end(at, new Scene.Bye(Says.BYE), "done", List.of());
    }

    /** The citizen goes: what is only provisional is withdrawn, what is doubtful is left to staff. */
    static Move quit(Stand at) {
        return leave(at, "the citizen left before paying", Says.LEFT, "left");
    }

    /** The machine closes: the same, but the citizen hears why. */
    static Move closing(Stand at) {
        return leave(at, "the terminal closed before anything was paid", Says.CLOSING, "closed");
    }

    private static Move leave(Stand at, String withdrawn, Words farewell, String how) {
        if (at.scene() instanceof Scene.Pay) {
            return Move.to(at.quittingSoon(), new Effect.StopWaiting());
        }
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.StopWaiting());
        if (at.matter().withdrawable()) {
            effects.add(new Effect.Withdraw(at.matter().number(), withdrawn));
        }
        if (at.matter().certificate().isPresent() && at.matter().ending() == Stand.Ending.OPEN) {
            effects.add(
                    new Effect.OpenCase("certificate", at.matter().number(), "granted, but left without the paper"));
        }
        boolean nothing = at.matter().ending() == Stand.Ending.OPEN;
        return end(at, new Scene.Bye(nothing ? farewell : Says.BYE), nothing ? how : "done", effects);
    }

    private static Move end(Stand at, Scene bye, String how, List<Effect> before) {
        List<Effect> effects = new ArrayList<>(before);
        effects.add(new Effect.Wipe(how + " at " + at.scene().word()));
        return new Move(at.forgetting().showing(bye), effects);
    }

    static Move noting(Move move, Effect first) {
        List<Effect> effects = new ArrayList<>();
        effects.add(first);
        effects.addAll(move.effects());
        return new Move(move.stand(), effects);
    }
}
