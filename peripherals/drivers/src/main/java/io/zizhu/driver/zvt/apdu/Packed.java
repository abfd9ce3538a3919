package io.zizhu.driver.zvt.apdu;

import java.util.HexFormat;

/** Packed decimal digits, two a byte, most significant first. */
public final class Packed {
    private Packed() {}

    public static byte[] digits(long number, int bytes) {
        byte[] packed = new byte[bytes];
        long rest = number;
        for (int at = bytes - 1; at >= 0; at--) {
            int pair = (int) (rest % 100);
            packed[at] = (byte) (((pair / 10) << 4) | (pair % 10));
            rest /= 100;
        }
        if (rest != 0 || number < 0) {
            throw new IllegalArgumentException(number + " does not fit in " + 2 * bytes + " digits");
        }
        return packed;
    }

    /** As text, whatever stands there: a nibble that is no digit shows as a letter. */
    public static String text(byte[] packed) {
        return HexFormat.of().withUpperCase().formatHex(packed);
    }

    /** -1 where a nibble is no digit. */
    public static long number(byte[] packed) {
        String text = text(packed);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
