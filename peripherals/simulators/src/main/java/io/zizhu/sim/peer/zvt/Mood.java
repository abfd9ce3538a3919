package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.Refused;
import java.util.Map;

/**
 * How the pad behaves just now, as the bench has set it. Every field is one independent switch, written by the bench and
 * read by the conversation, hence volatile.
 */
final class Mood {
    volatile boolean hung;
    volatile boolean silent;
    volatile boolean noisy;
    volatile boolean spoiling;
    volatile boolean merging;
    volatile int slowMillis;
    volatile boolean loseNext;
    volatile boolean holdNext;
    volatile AfterLoss afterLoss = AfterLoss.KEEP;
    volatile String auto = "off";

    void lose(Map<String, String> with) throws Refused {
        afterLoss = AfterLoss.of(with.getOrDefault("then", "keep"));
        loseNext = true;
    }

    void hold(Map<String, String> with) throws Refused {
        afterLoss = AfterLoss.of(with.getOrDefault("then", "keep"));
        holdNext = true;
    }

    void automatic(String what) throws Refused {
        switch (what) {
            case "tap", "decline", "cancel", "off" -> auto = what;
            default -> throw new Refused("do: \"" + what + "\" is none of tap, decline, cancel, off");
        }
    }

    /** Ends trouble of the wire; what happens after a loss and the automatic hand stay as set. */
    void well() {
        hung = false;
        silent = false;
        noisy = false;
        spoiling = false;
        merging = false;
        slowMillis = 0;
        loseNext = false;
        holdNext = false;
    }
}
