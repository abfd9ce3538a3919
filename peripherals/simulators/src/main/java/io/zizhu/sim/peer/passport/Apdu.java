package io.zizhu.sim.peer.passport;

import java.util.Arrays;

/**
 * One command as ISO 7816-4 frames it, short or extended.
 *
 * @param header class, instruction and both parameters
 * @param expected how many bytes the answer may have; 0 where none are asked for
 */
record Apdu(byte[] header, byte[] data, int expected) {
    /** @throws IllegalArgumentException where the lengths do not agree */
    static Apdu parse(byte[] bytes) {
        if (bytes.length < 4) {
            throw new IllegalArgumentException("no command");
        }
        byte[] header = Arrays.copyOf(bytes, 4);
        int body = bytes.length - 4;
        if (body == 0) {
            return new Apdu(header, new byte[0], 0);
        }
        boolean extended = bytes[4] == 0 && body >= 3;
        int wide = extended ? 3 : 1;
        int first = extended ? word(bytes, 5) : bytes[4] & 0xFF;
        if (body == wide) {
            return new Apdu(header, new byte[0], all(first, extended));
        }
        int end = 4 + wide + first;
        int rest = bytes.length - end;
        if (rest != 0 && rest != (extended ? 2 : 1)) {
            throw new IllegalArgumentException("the command's lengths do not agree");
        }
        int expected = 0;
        if (rest > 0) {
            expected = extended ? all(word(bytes, end), true) : all(bytes[end] & 0xFF, false);
        }
        return new Apdu(header, Arrays.copyOfRange(bytes, 4 + wide, end), expected);
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    private static int all(int length, boolean extended) {
        return length > 0 ? length : extended ? 65_536 : 256;
    }

    boolean secured() {
        return (header[0] & 0x0C) == 0x0C;
    }

    int instruction() {
        return header[1] & 0xFF;
    }

    /** Both parameters as one number. */
    int parameters() {
        return word(header, 2);
    }

    Apdu with(byte[] plain, int wanted) {
        return new Apdu(header, plain, wanted);
    }
}
