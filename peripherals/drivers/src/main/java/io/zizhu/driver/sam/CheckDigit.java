package io.zizhu.driver.sam;

/** The last character of an 18-character number: GB 11643, ISO 7064 MOD 11-2. */
final class CheckDigit {
    private static final String CHARACTERS = "0123456789X";

    private CheckDigit() {}

    /** @param number 17 digits and a digit or X */
    static boolean fits(String number) {
        int sum = 0;
        for (int i = 0; i < 18; i++) {
            sum = (sum * 2 + CHARACTERS.indexOf(number.charAt(i))) % 11;
        }
        return sum == 1;
    }
}
