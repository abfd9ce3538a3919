package io.zizhu.wire.json;

import java.math.BigDecimal;

/**
 * A double as ECMAScript's Number.prototype.toString prints it. The JDK's shortest digits (since 19) are the same but
 * where one digit would do: there it takes the nearest of two (4.9E-324 for 5e-324).
 */
final class NumberText {
    private NumberText() {}

    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        if (value == (long) value && Math.abs(value) <= Json.LARGEST_WHOLE) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        var shortest = oneDigitWhereItDoes(size, new BigDecimal(Double.toString(size)).stripTrailingZeros());
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + place(digits, point);
    }

    private static BigDecimal oneDigitWhereItDoes(double size, BigDecimal found) {
        if (found.precision() != 2) {
            return found;
        }
        long tens = found.unscaledValue().longValue() / 10;
        long near = found.unscaledValue().longValue() % 10 < 5 ? tens : tens + 1;
        for (long digit : new long[] {near, tens, tens + 1}) {
            var one =
                    BigDecimal.valueOf(digit).movePointRight(1 - found.scale()).stripTrailingZeros();
            if (digit > 0 && one.doubleValue() == size) {
                return one;
            }
        }
        return found;
    }

    /** ECMA-262 Number::toString, steps 6 to 10, with {@code point} as its n. */
    private static String place(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return count == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
    }
}
