package io.zizhu.sim.peer.line;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * The bad luck of one line, switched from the bench and met by the peer's own thread. {@code hang}: hears all, answers
 * nothing. {@code noise}: garbage before every answer, half a SAM_V preamble among it. {@code slow}: the first 32 bytes
 * of an answer one by one, 20 ms apart, the rest in pieces of 64 bytes. {@code split}: every byte by itself, as fast as it
 * goes. {@code merge}: the answer and its repetition in one piece.
 */
public final class LineTrouble {
    private static final int SINGLE = 32;
    private static final int PIECE = 64;
    private static final long GAP_NANOS = 20_000_000L;
    private static final byte[] HALF_PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0x96};

    private final Random random = new Random(7);
    private volatile boolean hang;
    private volatile boolean noise;
    private volatile boolean slow;
    private volatile boolean split;
    private volatile boolean merge;

    /**
     * Switches one kind of trouble.
     *
     * @param with {@code on}: {@code true} where not said
     * @return false where the act is no trouble of a line, so that the peer looks further
     */
    public boolean act(String act, Map<String, String> with) throws Refused {
        String word = with.getOrDefault("on", "true");
        if (!word.equals("true") && !word.equals("false")) {
            throw new Refused("\"on\" is true or false, not \"" + word + "\"");
        }
        boolean on = word.equals("true");
        switch (act) {
            case "hang" -> hang = on;
            case "noise" -> noise = on;
            case "slow" -> slow = on;
            case "split" -> split = on;
            case "merge" -> merge = on;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Ends every trouble, as pulling the plug does. */
    public void calm() {
        hang = false;
        noise = false;
        slow = false;
        split = false;
        merge = false;
    }

    public boolean hangs() {
        return hang;
    }

    public boolean noisy() {
        return noise;
    }

    public boolean slows() {
        return slow;
    }

    /** The troubles that are on, in a word each; empty where the line is well. */
    public String words() {
        TreeSet<String> on = new TreeSet<>();
        if (hang) {
            on.add("hang");
        }
        if (noise) {
            on.add("noise");
        }
        if (slow) {
            on.add("slow");
        }
        if (split) {
            on.add("split");
        }
        if (merge) {
            on.add("merge");
        }
        return String.join(" ", on);
    }

    /** Sends one answer through whatever trouble is on. Called by the peer's thread, one answer at a time. */
    public void send(byte[] answer, OutputStream out, Tape tape) throws IOException {
        if (hang) {
            return;
        }
        if (noise) {
            byte[] garbage = new byte[5 + random.nextInt(12)];
            random.nextBytes(garbage);
            System.arraycopy(HALF_PREAMBLE, 0, garbage, garbage.length - HALF_PREAMBLE.length, HALF_PREAMBLE.length);
            write(garbage, 0, garbage.length, out, tape);
        }
        if (split) {
            for (int at = 0; at < answer.length; at++) {
                write(answer, at, 1, out, tape);
            }
            return;
        }
        if (!slow) {
            byte[] piece = merge ? twice(answer) : answer;
            write(piece, 0, piece.length, out, tape);
            return;
        }
        for (int at = 0; at < answer.length; ) {
            int length = Math.min(at < SINGLE ? 1 : PIECE, answer.length - at);
            write(answer, at, length, out, tape);
            at += length;
            LockSupport.parkNanos(GAP_NANOS);
        }
    }

    private static byte[] twice(byte[] answer) {
        byte[] both = Arrays.copyOf(answer, 2 * answer.length);
        System.arraycopy(answer, 0, both, answer.length, answer.length);
        return both;
    }

    private static void write(byte[] bytes, int from, int length, OutputStream out, Tape tape) throws IOException {
        byte[] piece = Arrays.copyOfRange(bytes, from, from + length);
        tape.out(piece, length);
        out.write(piece);
        out.flush();
    }
}
