package io.zizhu.service.visit;

import io.zizhu.catalogue.Words;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Event;
import io.zizhu.service.port.VisitId;

/** What the counter's one thread is told; everything from outside comes through here. */
sealed interface Command {
    record Acted(long seen, Act act) implements Command {}

    record Ended(VisitId visit, Event event) implements Command {}

    /** An effect died of a bug. */
    record Broke(VisitId visit, RuntimeException bug) implements Command {}

    record Refresh() implements Command {}

    record WhenIdle(Runnable work) implements Command {}

    /**
     * Out of service with these words; none puts it back.
     *
     * @param soon whether the visit under way is brought to an end, too
     */
    record Closing(Words why, boolean soon) implements Command {}

    record Stop() implements Command {}
}
