package io.zizhu.driver.sam;

import java.util.Arrays;

/**
 * One whole answer of the security module, check passed; its data may be a card's content and is withheld.
 *
 * @param status SW3; SW1 and SW2 are always zero
 */
record Answer(int status, byte[] data) {
    static final int OK = 0x90;
    static final int FOUND = 0x9F;
    static final int NO_CARD = 0x80;
    static final int NO_CONTENT = 0x91;
    static final int WRONG_COMMAND = 0x21;

    boolean is(int wanted) {
        return status == wanted;
    }

    /** Only what the line spoilt is worth asking again: check (10) or length (11) wrong at the module's end. */
    boolean spoiltOnTheWay() {
        return is(0x10) || is(0x11);
    }

    void wipe() {
        Arrays.fill(data, (byte) 0);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
