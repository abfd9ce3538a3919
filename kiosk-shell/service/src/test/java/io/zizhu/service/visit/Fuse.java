package io.zizhu.service.visit;

import io.zizhu.service.port.Journal;

/** Cuts the power at the n-th step from now, whatever it is: a row, an act of the pad, a word to the centre. */
final class Fuse {
    private final FakeJournal journal;
    private int left = -1;

    Fuse(FakeJournal journal) {
        this.journal = journal;
        journal.cutBefore(_ -> blown());
    }

    /** @param steps until the cut; negative for never */
    void set(int steps) {
        left = steps;
        journal.revive();
        journal.cutBefore(_ -> blown());
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
