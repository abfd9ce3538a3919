package io.zizhu.passport;

/** The check digit of Doc 9303-3, 4.9: weights 7, 3, 1 over values 0 to 35 ({@code <} is 0), modulo 10. */
final class CheckDigit {
    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigit() {}

    static char of(CharSequence field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            sum += WEIGHTS[i % 3] * value(field.charAt(i));
        }
        return (char) ('0' + sum % 10);
    }

    /** @return -1 for a character that no zone holds */
    static int value(char character) {
        if (character == '<') {
            return 0;
        }
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'A' && character <= 'Z' ? character - 'A' + 10 : -1;
    }
}
