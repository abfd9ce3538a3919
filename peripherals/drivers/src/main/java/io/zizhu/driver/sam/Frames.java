package io.zizhu.driver.sam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts answers out of bytes that come in any chunks; pure. After a false start (noise, a preamble inside a photo, the
 * Bluetooth variant's {@code 0005 050505}) it looks again from the next byte, so no whole frame is lost behind it; an
 * unfinished frame is for the caller to time out.
 */
final class Frames {
    private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    private static final int HEAD = PREAMBLE.length + 2;
    private static final int LEAST = 4; // three status bytes and the check
    private static final int MOST = 0x090A; // base data with two fingerprints, the longest answer there is

    private final byte[] buffer = new byte[2 * (HEAD + MOST)];
    private int filled;
    private int spoilt;

    /** The whole answers that end within this chunk. */
    List<Answer> feed(byte[] chunk) {
        List<Answer> whole = new ArrayList<>();
        for (int from = 0; from < chunk.length; ) {
            int room = Math.min(buffer.length - filled, chunk.length - from);
            System.arraycopy(chunk, from, buffer, filled, room);
            filled += room;
            from += room;
            cut(whole);
        }
        return whole;
    }

    /** How many frames failed their check since the last {@link #wipe}. */
    int spoilt() {
        return spoilt;
    }

    /** Forgets what is unfinished, with zeros. */
    void wipe() {
        Arrays.fill(buffer, (byte) 0);
        filled = 0;
        spoilt = 0;
    }

    private void cut(List<Answer> whole) {
        int at = preamble(0);
        while (filled - at >= HEAD) {
            int length = (buffer[at + 5] & 0xFF) << 8 | (buffer[at + 6] & 0xFF);
            if (length < LEAST || length > MOST || !plausible(at + HEAD)) {
                at = preamble(at + 1);
            } else if (filled - at < HEAD + length) {
                break;
            } else if (check(at, length)) {
                whole.add(answer(at + HEAD, length));
                at = preamble(at + HEAD + length);
            } else {
                spoilt++;
                at = preamble(at + 1);
            }
        }
        keepFrom(at);
    }

    /** The first place from here on where a preamble stands, or may yet stand once more bytes come. */
    private int preamble(int from) {
        for (int at = from; at < filled; at++) {
            int same = Math.min(PREAMBLE.length, filled - at);
            if (Arrays.equals(buffer, at, at + same, PREAMBLE, 0, same)) {
                return at;
            }
        }
        return filled;
    }

    /**
     * Every known status is 00 00 xx. It matters: the Bluetooth variant's {@code 0005 050505} followed by the first two
     * bytes of a real answer passes the check, and would swallow that answer.
     */
    private boolean plausible(int at) {
        return (at >= filled || buffer[at] == 0) && (at + 1 >= filled || buffer[at + 1] == 0);
    }

    private boolean check(int at, int length) {
        int check = 0;
        for (int i = at + PREAMBLE.length; i < at + HEAD + length; i++) {
            check ^= buffer[i];
        }
        return check == 0; // the check byte itself cancels the rest out
    }

    private Answer answer(int at, int length) {
        return new Answer(buffer[at + 2] & 0xFF, Arrays.copyOfRange(buffer, at + 3, at + length - 1));
    }

    private void keepFrom(int at) {
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        Arrays.fill(buffer, filled - at, filled, (byte) 0);
        filled -= at;
    }
}
