package io.zizhu.terminal.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.zizhu.agent.line.Outbox;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.FileMachineKey;
import io.zizhu.terminal.journal.SqliteJournal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutsTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer bench;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        bench = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bench.createContext("/cuts/reached", call -> {
            try (call) {
                heard.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                call.sendResponseHeaders(204, -1);
            }
        });
        bench.start();
    }

    @AfterEach
    void stop() {
        bench.stop(0);
    }

    private SqliteJournal journal() throws IOException {
        return SqliteJournal.open(
                folder.resolve("journal.db"),
                "T1",
                FileMachineKey.at(folder.resolve("machine.key")),
                InstantSource.system());
    }

    @Test
    void the_bench_is_asked_before_and_after_every_row() throws IOException {
        var cuts = new Cuts(
                Optional.of(URI.create("http://127.0.0.1:" + bench.getAddress().getPort() + "/")));
        try (SqliteJournal real = journal()) {
            Journal asked = cuts.journal(real);
            Thread.currentThread().interrupt(); // must not matter
            long row = asked.intent(VisitId.NONE, Entry.of("charge", Map.of("amount", "2000")));
            asked.outcome(row, Entry.of("charge", Map.of("result", "approved")));
            assertEquals(0, asked.left("a4"), "what writes nothing is not asked for");
            Outbox outbox = cuts.outbox(real);
            outbox.acknowledge(outbox.after(0, 10).getLast().seq());
            assertEquals(2, outbox.acknowledged());
        } finally {
            assertEquals(true, Thread.interrupted());
        }
        assertEquals(
                List.of(
                        "{\"at\":\"journal before intent charge\"}",
                        "{\"at\":\"journal after intent charge\"}",
                        "{\"at\":\"journal before outcome charge\"}",
                        "{\"at\":\"journal after outcome charge\"}",
                        "{\"at\":\"outbox before acknowledge\"}",
                        "{\"at\":\"outbox after acknowledge\"}"),
                heard);
    }

    @Test
    void trouble_of_the_journal_stays_what_it_is() throws IOException {
        var cuts = new Cuts(
                Optional.of(URI.create("http://127.0.0.1:" + bench.getAddress().getPort() + "/")));
        try (SqliteJournal real = journal()) {
            Journal asked = cuts.journal(real);
            Entry entry = Entry.of("charge", Map.of());
            assertThrows(IllegalArgumentException.class, () -> asked.outcome(99, entry));
        }
    }

    @Test
    void without_a_bench_every_port_is_itself() throws IOException {
        var cuts = new Cuts(Optional.empty());
        try (SqliteJournal real = journal()) {
            assertSame(real, cuts.journal(real));
            assertSame(real, cuts.outbox(real));
        }
    }
}
