package io.zizhu.service.port;

import io.zizhu.catalogue.Words;
import java.time.Instant;
import java.util.List;

/** How far an earlier case is. */
public sealed interface Progress {
    record Found(String caseNumber, List<Stage> stages) implements Progress {
        public Found {
            stages = List.copyOf(stages);
        }
    }

    /** No such case of this person; the same answer whether the code or the person is wrong. */
    record NotFound() implements Progress {}

    record Away(String reason) implements Progress {}

    record Stage(Instant at, Words what) {}
}
