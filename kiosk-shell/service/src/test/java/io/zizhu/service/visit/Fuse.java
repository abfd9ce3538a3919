package io.zizhu.service.visit;

import io.zizhu.service.port.Journal;
import java.util.function.BooleanSupplier;

/**
 * Cuts the power at the n-th step from now, whatever it is: a row, an act of the pad, a word to the centre; and lets
 * another thread come in before the n-th row.
 */
final class Fuse {
    private final FakeJournal journal;
    private int left = -1;
    private int rowsLeft = -1;
    private Runnable other = () -> {};

    Fuse(FakeJournal journal) {
        this.journal = journal;
        set(-1);
    }

    /** @param steps until the cut; negative for never */
    void set(int steps) {
        left = steps;
        rowsLeft = -1;
        journal.revive();
        journal.cutBefore(_ -> {
            comeIn();
            return blown();
        });
    }

    /**
     * What another thread does meanwhile, all of it between two rows.
     *
     * @param rows before which it comes in; later where it has to wait for somebody
     */
    void meanwhile(int rows, BooleanSupplier hasToWait, Runnable work) {
        rowsLeft = rows;
        other = () -> {
            if (hasToWait.getAsBoolean()) {
                rowsLeft = 0;
            } else {
                work.run();
            }
        };
    }

    private void comeIn() {
        if (rowsLeft >= 0 && rowsLeft-- == 0) {
            other.run();
        }
    }

    private boolean blown() {
        return left >= 0 && left-- <= 0;
    }

    /** A step outside the journal; where the power fails no row is written any more. */
    void burn(String step) {
        if (blown()) {
            journal.cutBefore(_ -> true);
            throw new Journal.Broken("the power failed at " + step, new IllegalStateException("cut"));
        }
    }
}
