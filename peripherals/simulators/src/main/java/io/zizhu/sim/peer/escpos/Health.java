package io.zizhu.sim.peer.escpos;

import io.zizhu.sim.peer.Refused;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is wrong with the printer, and the status bytes that tell it (devices.md 2.3). Guarded by its printer. */
final class Health {
    /** Named as IPP names printer-state-reasons, dashes for underscores. */
    enum Reason {
        MEDIA_EMPTY,
        MEDIA_LOW,
        MEDIA_JAM,
        COVER_OPEN;

        static Reason of(String word) throws Refused {
            for (Reason reason : values()) {
                if (reason.word().equals(word)) {
                    return reason;
                }
            }
            throw new Refused("a receipt printer's fault is media-empty, media-low, media-jam or cover-open, not \""
                    + word + "\"");
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private boolean awaitsWord;

    void add(Reason reason) {
        reasons.add(reason);
    }

    void clear() {
        reasons.clear();
    }

    /** A cover that was opened over a slip in the works, or a jam: the printer goes on only when it is told how. */
    void awaitWord() {
        awaitsWord = true;
    }

    /** DLE ENQ: true where there was an error that this recovers from. A cover still open, or a paper end, is none. */
    boolean recover() {
        boolean recovers = awaitsWord && !has(Reason.COVER_OPEN) && !has(Reason.MEDIA_JAM);
        awaitsWord &= !recovers;
        return recovers;
    }

    void refill() {
        reasons.remove(Reason.MEDIA_EMPTY);
        reasons.remove(Reason.MEDIA_LOW);
    }

    boolean has(Reason reason) {
        return reasons.contains(reason);
    }

    /** Nothing prints until somebody helps; only real-time requests are answered. */
    boolean stuck() {
        return has(Reason.MEDIA_EMPTY) || has(Reason.MEDIA_JAM) || has(Reason.COVER_OPEN) || awaitsWord;
    }

    String words() {
        return String.join(" ", reasons.stream().map(Reason::word).toList());
    }

    /** The answer to DLE EOT n: bits 1 and 4 set, 0 and 7 clear. */
    byte realTime(int n) {
        int bits =
                switch (n) {
                    case 1 -> bit(3, stuck()) | bit(5, awaitsWord);
                    case 2 ->
                        bit(2, has(Reason.COVER_OPEN))
                                | bit(5, has(Reason.MEDIA_EMPTY))
                                | bit(6, has(Reason.MEDIA_JAM) || awaitsWord);
                    case 3 -> bit(2, has(Reason.MEDIA_JAM) || awaitsWord) | bit(3, has(Reason.MEDIA_JAM));
                    case 4 -> bit(2, low()) | bit(3, low()) | bit(5, empty()) | bit(6, empty());
                    default -> 0;
                };
        return (byte) (0x12 | bits);
    }

    /** The answer to GS r 1. */
    byte paper() {
        return (byte) (bit(0, low()) | bit(1, low()) | bit(2, empty()) | bit(3, empty()));
    }

    /** The four bytes that GS a pushes. */
    byte[] pushed() {
        return new byte[] {
            (byte) (0x10 | bit(3, stuck()) | bit(5, has(Reason.COVER_OPEN))),
            (byte) bit(3, has(Reason.MEDIA_JAM)),
            paper(),
            0x0F
        };
    }

    private boolean low() {
        return has(Reason.MEDIA_LOW) || empty();
    }

    private boolean empty() {
        return has(Reason.MEDIA_EMPTY);
    }

    private static int bit(int number, boolean set) {
        return set ? 1 << number : 0;
    }
}
