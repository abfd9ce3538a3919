package io.zizhu.terminal.journal;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.Signer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A process of its own on a small disk, which somebody else fills to the last byte, empties, and fills again. */
final class Filled {
    private static final int OPEN = 40;
    private static final Care CARE = new Care(
            Optional.of(Signer.of(Algorithm.ED25519, Algorithm.ED25519.newKeys())), 50, Duration.ofHours(1), 2 << 20);

    private final Path dir;

    private Filled(Path dir) {
        this.dir = dir;
    }

    public static void main(String[] args) throws Exception {
        new Filled(Path.of(args[0])).run();
    }

    private void run() throws IOException {
        try (var journal = open()) {
            var intents = new ArrayList<Long>();
            for (int i = 0; i < OPEN; i++) {
                intents.add(journal.intent(
                        new VisitId("v" + i), Entry.of("issue", Map.of()).with(Map.of("name", "张三"))));
            }
            say("begun", journal);
            fill();
            for (long intent : intents) {
                journal.outcome(intent, Entry.of("issue", Map.of("result", "out")));
            }
            say("full", journal);
            Files.delete(dir.resolve("ballast"));
            while (!journal.state().ok()) {
                LockSupport.parkNanos(50_000_000);
            }
            say("room", journal);
            fill();
            journal.note(VisitId.NONE, Entry.of("still", Map.of()));
        }
        try (var journal = open()) {
            journal.note(VisitId.NONE, Entry.of("again", Map.of()));
            say("reopened", journal);
            System.out.println("SAID kinds " + kinds(journal));
            System.out.println("SAID chain " + journal.verify().getClass().getSimpleName());
        }
    }

    private void say(String when, SqliteJournal journal) {
        System.out.println("SAID " + when + " ok=" + journal.state().ok() + " open="
                + journal.open().size() + " reserve=" + Files.exists(dir.resolve("journal.reserve")));
    }

    private static List<String> kinds(SqliteJournal journal) {
        return journal.rows(Instant.MIN, Instant.MAX).stream()
                .map(Journal.Kept::kind)
                .filter(kind -> !List.of("issue", "head").contains(kind))
                .toList();
    }

    /** To the last byte. */
    private void fill() throws IOException {
        try (var ballast =
                FileChannel.open(dir.resolve("ballast"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int piece = 1 << 16; piece > 0; ) {
                try {
                    ballast.write(ByteBuffer.allocate(piece));
                } catch (IOException full) {
                    piece /= 2;
                }
            }
        }
    }

    private SqliteJournal open() throws IOException {
        return SqliteJournal.open(
                dir.resolve("journal.db"),
                "t-1",
                FileMachineKey.at(dir.resolve("machine.key")),
                CARE,
                InstantSource.system());
    }
}
