package io.zizhu.sim.peer.zvt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the bitmap fields of a message in the order asked for, and finds the few that a till sends. */
final class Fields {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A number as packed decimal digits. */
    Fields digits(int field, long number, int bytes) {
        out.write(field);
        out.writeBytes(packed(number, bytes));
        return this;
    }

    Fields one(int field, int value) {
        out.write(field);
        out.write(value);
        return this;
    }

    /** A field that says its own length in two digits, each in a byte {@code Fx}. */
    Fields short2(int field, byte[] value) {
        out.write(field);
        out.write(0xF0 | value.length / 10);
        out.write(0xF0 | value.length % 10);
        out.writeBytes(value);
        return this;
    }

    /** A field that says its own length in three digits. */
    Fields long3(int field, byte[] value) {
        out.write(field);
        out.write(0xF0 | value.length / 100);
        out.write(0xF0 | value.length / 10 % 10);
        out.write(0xF0 | value.length % 10);
        out.writeBytes(value);
        return this;
    }

    Fields raw(int... bytes) {
        for (int each : bytes) {
            out.write(each);
        }
        return this;
    }

    Fields name(int field, String text) {
        return short2(field, (text + '\0').getBytes(StandardCharsets.US_ASCII));
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static byte[] packed(long number, int bytes) {
        byte[] packed = new byte[bytes];
        long rest = number;
        for (int at = bytes - 1; at >= 0; at--) {
            packed[at] = (byte) (rest / 10 % 10 << 4 | rest % 10);
            rest /= 100;
        }
        return packed;
    }

    /** The number in a field of the till's message, searched from an offset on; -1 where it does not stand there. */
    static long find(byte[] data, int from, int field, int bytes) {
        int at = from;
        while (at < data.length) {
            int here = data[at] & 0xFF;
            int length = length(here);
            if (length < 0 || at + 1 + length > data.length) {
                return -1;
            }
            if (here == field) {
                return number(data, at + 1, bytes);
            }
            at += 1 + length;
        }
        return -1;
    }

    private static int length(int field) {
        return switch (field) {
            case 0x04 -> 6;
            case 0x49, 0x87 -> 2;
            case 0x19, 0x01, 0x03 -> 1;
            default -> -1;
        };
    }

    static long number(byte[] data, int at, int bytes) {
        long number = 0;
        for (int i = at; i < at + bytes; i++) {
            number = number * 100 + (data[i] >> 4 & 15) * 10L + (data[i] & 15);
        }
        return number;
    }
}
