package io.zizhu.terminal.journal;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.VisitId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A process of its own that writes an intent, says so, and waits to be killed. */
final class Killed {
    private Killed() {}

    public static void main(String[] args) throws Exception {
        Path dir = Path.of(args[0]);
        var journal = SqliteJournal.open(
                dir.resolve("journal.db"),
                "t-1",
                FileMachineKey.at(dir.resolve("machine.key")),
                InstantSource.system());
        long intent = journal.intent(
                new VisitId("v1"), Entry.of("charge", Map.of("fen", "2000")).with(Map.of("name", "黄䶮")));
        System.out.println("INTENT " + intent);
        new CountDownLatch(1).await();
    }
}
