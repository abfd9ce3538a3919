package io.zizhu.device.scan;

import java.util.Arrays;

/**
 * What a code said: a payer's code is money, a person's code is a person. Withheld, and wiped by whoever asked for it.
 * One thread at a time.
 */
public final class Content {
    private final char[] letters;

    private Content(char[] letters) {
        this.letters = letters;
    }

    /**
     * Takes a copy; the caller wipes its own letters.
     *
     * @throws IllegalArgumentException where there is nothing in it
     */
    public static Content of(char[] letters) {
        if (letters.length == 0) {
            throw new IllegalArgumentException("a code says something");
        }
        return new Content(letters.clone());
    }

    public static Content of(String text) {
        return of(text.toCharArray());
    }

    /** The letters as text, for as short a time as possible: a string cannot be wiped. All NUL once wiped. */
    public String text() {
        return new String(letters);
    }

    public int length() {
        return letters.length;
    }

    public void wipe() {
        Arrays.fill(letters, '\0');
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
