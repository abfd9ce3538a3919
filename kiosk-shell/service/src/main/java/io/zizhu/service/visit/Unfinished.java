package io.zizhu.service.visit;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import java.util.Map;

/** Finishes at start what the last run left open, before the first citizen is greeted. */
final class Unfinished {
    private final Journal journal;
    private final Till till;

    Unfinished(Journal journal, Till till) {
        this.journal = journal;
        this.till = till;
    }

    void finish() {
        for (Journal.Open open : journal.open()) {
            String caseNumber = open.entry().open().getOrDefault("case", "");
            switch (open.entry().kind()) {
                case Kinds.CHARGE -> till.finish(open);
                case Kinds.REVERSE -> till.finishReversal(open);
                case Kinds.ISSUE -> {
                    till.doubt(
                            open.visit(),
                            "certificate",
                            caseNumber,
                            "the terminal stopped while certificate "
                                    + open.entry().open().getOrDefault("certificate", "")
                                    + " was printing: look whether the sheet lies in the tray");
                    cutOff(open);
                }
                case Kinds.SLIP, Kinds.DECIDE, Kinds.ACCEPT, Kinds.VISIT -> cutOff(open);
                default -> {
                    // confirm and withdraw are told by the till, doubts wait for a person
                }
            }
        }
        till.tell();
    }

    private void cutOff(Journal.Open open) {
        journal.outcome(open.intent(), Entry.of(open.entry().kind(), Map.of("result", "cut off by a restart")));
    }
}
