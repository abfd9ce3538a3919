package io.zizhu.driver.scan;

import java.util.Arrays;

/** Bytes of one code, bounded; wiped whenever it is emptied or outgrown. */
final class Buffer {
    /** More than the largest QR code holds (7,089 digits). */
    static final int MOST = 8_192;

    private byte[] bytes = new byte[128];
    private int length;

    /** False, and nothing is kept of it, where there is no more room. */
    boolean add(byte[] from, int at, int count) {
        if (length + count > MOST) {
            return false;
        }
        if (length + count > bytes.length) {
            byte[] larger = Arrays.copyOf(bytes, Math.min(MOST, Math.max(length + count, 2 * bytes.length)));
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
        System.arraycopy(from, at, bytes, length, count);
        length += count;
        return true;
    }

    boolean isEmpty() {
        return length == 0;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** A copy from there to the end. */
    byte[] from(int index) {
        return Arrays.copyOfRange(bytes, index, length);
    }

    void clear() {
        Arrays.fill(bytes, 0, length, (byte) 0);
        length = 0;
    }
}
