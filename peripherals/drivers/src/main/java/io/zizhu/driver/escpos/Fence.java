package io.zizhu.driver.escpos;

/**
 * Questions that wait in the printer's queue behind what is to be printed: once one is answered, everything before it is
 * done. Marks count from 1. {@code GS r 1} is known to every printer, but its answers are alike and can only be counted;
 * {@code GS ( H} carries the mark's number and comes back with it. One thread.
 */
final class Fence {
    private static final int NUMBERS = 10_000;

    private final boolean numbered;
    private int asked;
    private int passed;
    private int answers;

    /** @param numbered whether the printer answers {@code GS ( H} */
    Fence(boolean numbered) {
        this.numbered = numbered;
    }

    boolean numbered() {
        return numbered;
    }

    /** The bytes of the next question; its mark is {@link #last}. */
    byte[] ask() {
        asked++;
        if (!numbered) {
            return new byte[] {0x1D, 'r', 1};
        }
        int number = asked % NUMBERS;
        return new byte[] {
            0x1D,
            '(',
            'H',
            6,
            0,
            '0',
            '0',
            (byte) ('0' + number / 1000),
            (byte) ('0' + number / 100 % 10),
            (byte) ('0' + number / 10 % 10),
            (byte) ('0' + number % 10)
        };
    }

    /** The mark of the last question. */
    int last() {
        return asked;
    }

    void hear(Said said) {
        switch (said) {
            case Said.Queued queued -> reach(numbered ? passed : Math.min(asked, passed + 1));
            case Said.Numbered(int number) -> reach(numbered ? reached(number) : passed);
            case Said.RealTime now -> {}
            case Said.Pushed pushed -> {}
            case Said.Cleared cleared -> {}
        }
    }

    private void reach(int mark) {
        answers += mark > passed ? 1 : 0;
        passed = mark;
    }

    private int reached(int number) {
        for (int mark = asked; mark > passed; mark--) {
            if (mark % NUMBERS == number) {
                return mark;
            }
        }
        return passed; // of an earlier life of the line
    }

    boolean passed(int mark) {
        return passed >= mark;
    }

    /** How many answers have come at all. */
    int answers() {
        return answers;
    }

    /** How many answers may still come to what was asked. */
    int owed() {
        return asked - passed;
    }

    /** Nothing will come any more: what was not answered got lost. */
    void settle() {
        passed = asked;
    }
}
