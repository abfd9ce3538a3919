package io.zizhu.sim.peer.pay;

import io.zizhu.sim.peer.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How the pad behaves just now, as the bench has set it. Every field is one independent switch, written by the bench and
 * read by the pad's own thread, hence volatile.
 */
public final class Mood {
    private volatile boolean hung;
    private volatile boolean silent;
    private volatile boolean noisy;
    private volatile boolean spoiling;
    private volatile boolean merging;
    private volatile int slowMillis;
    private final AtomicBoolean loseNext = new AtomicBoolean();
    private final AtomicBoolean holdNext = new AtomicBoolean();
    private volatile AfterLoss afterLoss = AfterLoss.KEEP;
    private volatile String auto = "off";

    /**
     * Switches what the act names: {@code auto lose hold after-loss silence hang noise spoil merge slow}.
     *
     * @return false where the act is none of these, so that the peer looks further
     */
    public boolean act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "auto" -> automatic(with.getOrDefault("do", "tap"));
            case "lose" -> {
                afterLoss = AfterLoss.of(with.getOrDefault("then", "keep"));
                loseNext.set(true);
            }
            case "hold" -> {
                afterLoss = AfterLoss.of(with.getOrDefault("then", "keep"));
                holdNext.set(true);
            }
            case "after-loss" -> afterLoss = AfterLoss.of(with.getOrDefault("then", "keep"));
            case "silence" -> silent = on(with);
            case "hang" -> hung = on(with);
            case "noise" -> noisy = on(with);
            case "spoil" -> spoiling = on(with);
            case "merge" -> merging = on(with);
            case "slow" -> slowMillis = on(with) ? millis(with.getOrDefault("millis", "100")) : 0;
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean on(Map<String, String> with) {
        return !"false".equals(with.get("on"));
    }

    private static int millis(String text) throws Refused {
        if (!text.matches("\\d{1,5}")) {
            throw new Refused("millis: \"" + text + "\" is no number");
        }
        return Integer.parseInt(text);
    }

    private void automatic(String what) throws Refused {
        switch (what) {
            case "tap", "decline", "cancel", "off" -> auto = what;
            default -> throw new Refused("do: \"" + what + "\" is none of tap, decline, cancel, off");
        }
    }

    /** Ends trouble of the wire; what happens after a loss and the automatic hand stay as set. */
    public void well() {
        hung = false;
        silent = false;
        noisy = false;
        spoiling = false;
        merging = false;
        slowMillis = 0;
        loseNext.set(false);
        holdNext.set(false);
    }

    /** Hears, and does nothing any more. */
    public boolean hung() {
        return hung;
    }

    /** Goes on, and says nothing any more. */
    public boolean silent() {
        return silent;
    }

    public boolean noisy() {
        return noisy;
    }

    /** What it says arrives damaged. */
    public boolean spoiling() {
        return spoiling;
    }

    /** An acceptance leaves together with the message behind it. */
    public boolean merging() {
        return merging;
    }

    /** How long it thinks before it speaks, then byte by byte; 0 for a pad that is quick. */
    public int slowMillis() {
        return slowMillis;
    }

    /** Once true: the outcome of this approved payment gets lost with the line. */
    public boolean losesNow() {
        return loseNext.getAndSet(false);
    }

    /** Once true: the outcome of this approved payment is held back. */
    public boolean holdsNow() {
        return holdNext.getAndSet(false);
    }

    public AfterLoss afterLoss() {
        return afterLoss;
    }

    /** What a person does by itself after a moment: {@code tap decline cancel}, or {@code off}. */
    public String auto() {
        return auto;
    }

    /** It needs {@code clear}, and its till a new line. */
    public boolean stuck() {
        return hung || silent || noisy || spoiling;
    }

    /** The troubles that are on, in a word each; empty where all is well. */
    public String words() {
        List<String> on = new ArrayList<>();
        note(on, hung, "hang");
        note(on, silent, "silence");
        note(on, noisy, "noise");
        note(on, spoiling, "spoil");
        note(on, merging, "merge");
        note(on, slowMillis > 0, "slow");
        note(on, loseNext.get(), "lose");
        return String.join(" ", on);
    }

    private static void note(List<String> on, boolean is, String word) {
        if (is) {
            on.add(word);
        }
    }
}
