package io.zizhu.driver.escpos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Understands what a printer says, burst by burst; a burst is what came until the line fell quiet. Noise comes before an
 * answer, so of a burst only what follows the last byte that fits nowhere counts. A pushed or numbered answer that is
 * torn by a pause is completed by the next burst. No clock, no line; one thread.
 */
final class Ear {
    private static final int XON = 0x11;
    private static final int XOFF = 0x13;
    private static final int PUSHED = 4;
    private static final int NUMBERED = 7;
    private static final int CLEARED = 3;
    private static final int BLOCK = 0x37;

    /**
     * What one burst said.
     *
     * @param clean there was no noise in it
     */
    record Heard(List<Said> said, boolean clean) {
        Heard {
            said = List.copyOf(said);
        }
    }

    private byte[] torn = {};

    Heard hear(byte[] burst) {
        byte[] bytes = joined(torn, burst);
        torn = new byte[0];
        List<Said> said = new ArrayList<>();
        boolean clean = true;
        for (int at = 0; at < bytes.length; ) {
            int length = length(bytes, at);
            if (length <= 0) {
                said.clear();
                clean = false;
                at += Math.max(1, -length);
            } else if (at + length > bytes.length) {
                torn = Arrays.copyOfRange(bytes, at, bytes.length);
                at = bytes.length;
            } else {
                said.add(said(bytes, at, length));
                at += length;
            }
        }
        return new Heard(said, clean);
    }

    /** Flow control may stand anywhere, even inside an answer, and says nothing. */
    private static byte[] joined(byte[] before, byte[] burst) {
        byte[] all = Arrays.copyOf(before, before.length + burst.length);
        int size = before.length;
        for (byte one : burst) {
            if (one != XON && one != XOFF) {
                all[size++] = one;
            }
        }
        return Arrays.copyOf(all, size);
    }

    /**
     * How long the answer is that begins here, whether or not all of it is there. Where it breaks off, minus the bytes it
     * had: they must not pass for answers of another kind.
     */
    private static int length(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if ((first & 0x93) == 0x12 || (first & 0x90) == 0) {
            return 1;
        }
        if ((first & 0x93) == 0x10) {
            return whole(bytes, at, PUSHED, Ear::pushed);
        }
        if (first != BLOCK) {
            return 0;
        }
        boolean clears = at + 1 < bytes.length && bytes[at + 1] == 0x25;
        return clears ? whole(bytes, at, CLEARED, Ear::cleared) : whole(bytes, at, NUMBERED, Ear::numbered);
    }

    /** Whether this byte can stand there. */
    private interface Fit {
        boolean at(int place, int value);
    }

    private static int whole(byte[] bytes, int from, int length, Fit fit) {
        for (int place = 1; place < length && from + place < bytes.length; place++) {
            if (!fit.at(place, bytes[from + place] & 0xFF)) {
                return -place;
            }
        }
        return length;
    }

    private static boolean pushed(int place, int value) {
        return (value & 0x90) == 0;
    }

    private static boolean numbered(int place, int value) {
        return switch (place) {
            case 1 -> value == 0x22;
            case 6 -> value == 0;
            default -> value >= '0' && value <= '9';
        };
    }

    private static boolean cleared(int place, int value) {
        return value == (place == 1 ? 0x25 : 0);
    }

    private static Said said(byte[] bytes, int at, int length) {
        int first = bytes[at] & 0xFF;
        return switch (length) {
            case PUSHED -> new Said.Pushed(first, bytes[at + 1] & 0xFF, bytes[at + 2] & 0xFF);
            case NUMBERED -> {
                int number = 0;
                for (int digit = at + 2; digit < at + 6; digit++) {
                    number = number * 10 + bytes[digit] - '0';
                }
                yield new Said.Numbered(number);
            }
            case CLEARED -> new Said.Cleared();
            default -> (first & 0x90) == 0 ? new Said.Queued(first) : new Said.RealTime(first);
        };
    }
}
