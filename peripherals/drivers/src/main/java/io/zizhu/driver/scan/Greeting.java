package io.zizhu.driver.scan;

import java.util.Arrays;

/**
 * Finds a scanner's answer to "are you there" among what it sends. Between two codes the answer is taken out; inside
 * one, or behind noise, the same bytes are left where they are and count as a sign of life all the same. Pure; one
 * thread.
 */
final class Greeting {
    private final byte[] answer;
    private int matched;
    private boolean between = true;
    private boolean came;

    Greeting(byte[] answer) {
        this.answer = answer.clone();
    }

    /** Starts listening for one answer. */
    void expect() {
        matched = 0;
        came = false;
    }

    boolean came() {
        return came;
    }

    /** Feeds what is no answer on to the codes. */
    void feed(byte[] chunk, Unwrap codes) {
        for (byte next : chunk) {
            if (matched == 0) {
                between = !codes.torn();
            }
            if (next == answer[matched]) {
                matched++;
                boolean whole = matched == answer.length;
                came |= whole;
                if (!between) {
                    pass(codes, next);
                }
                matched = whole ? 0 : matched;
                continue;
            }
            if (between) {
                pass(codes, Arrays.copyOf(answer, matched));
            }
            matched = 0;
            pass(codes, next);
        }
    }

    private static void pass(Unwrap codes, byte... bytes) {
        codes.feed(bytes).forEach(Raw::wipe); // scanned while nobody asked
    }
}
