package io.zizhu.driver.escpos;

/**
 * One thing that a printer said. Answers have no frame; their kinds are told apart by the bits that are fixed in each
 * (reference/devices.md 2.3; Epson's command reference for GS a, GS r, GS ( H and DLE EOT).
 */
sealed interface Said {
    /**
     * The answer to {@code DLE EOT n}, given at once.
     *
     * @param bits bits 1 and 4 set, 0 and 7 clear
     */
    record RealTime(int bits) implements Said {}

    /**
     * The status that the printer pushes by itself (ASB), four bytes.
     *
     * @param printer bits 4 set, 0, 1 and 7 clear; bit 3 offline, bit 5 cover open
     * @param error bit 3 cutter, bit 5 unrecoverable, bit 6 recovers by itself
     * @param roll bits 0 and 1 near its end, 2 and 3 at its end
     */
    record Pushed(int printer, int error, int roll) implements Said {
        /** Something is amiss: worth a question at once. */
        boolean alarms() {
            return (printer & 0x28) != 0 || (error & 0x68) != 0 || (roll & 0x0C) != 0;
        }
    }

    /** The answer to {@code GS r}, given in the queue; bits 4 and 7 clear, and nothing says to which question. */
    record Queued(int bits) implements Said {}

    /**
     * The answer to {@code GS ( H}, given in the queue.
     *
     * @param number the four digits of the question
     */
    record Numbered(int number) implements Said {}

    /** {@code DLE DC4 8} was obeyed: what waited in the printer is gone. */
    record Cleared() implements Said {}
}
