package io.zizhu.driver.cabinet;

import io.zizhu.driver.cabinet.Question.Function;
import java.util.Comparator;

/**
 * Where a board has a value: {@code i3} is discrete input 3, {@code c0} coil 0, {@code r10} holding register 10, counted
 * from 0 as on the wire; {@code !} before it turns it round.
 */
record Point(Bank bank, int address, boolean inverted) implements Comparable<Point> {
    static final String FORM = "!?[icr](0|[1-9][0-9]{0,3})";

    private static final Comparator<Point> ORDER =
            Comparator.comparing(Point::bank).thenComparing(Point::address).thenComparing(Point::inverted);

    /** A table of the board, and how many of it one question may ask for. */
    enum Bank {
        INPUT(Function.READ_INPUTS, 2000),
        COIL(Function.READ_COILS, 2000),
        REGISTER(Function.READ_REGISTERS, 125);

        private final Function read;
        private final int most;

        Bank(Function read, int most) {
            this.read = read;
            this.most = most;
        }

        Function read() {
            return read;
        }

        int most() {
            return most;
        }
    }

    /** @param text of the form {@link #FORM} */
    static Point of(String text) {
        boolean inverted = text.startsWith("!");
        String bare = inverted ? text.substring(1) : text;
        Bank bank =
                switch (bare.charAt(0)) {
                    case 'i' -> Bank.INPUT;
                    case 'c' -> Bank.COIL;
                    default -> Bank.REGISTER;
                };
        return new Point(bank, Integer.parseInt(bare.substring(1)), inverted);
    }

    @Override
    public int compareTo(Point other) {
        return ORDER.compare(this, other);
    }
}
