package io.zizhu.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One person goes through both matters and leaves. When the next one is greeted, her number, name, address and pictures
 * are in nothing that the terminal or its browser wrote, and nowhere in the terminal's heap that anything can still
 * reach: what {@code GC.heap_dump} writes after it has collected. Memory that was freed and not yet used again, and
 * memory outside the heap, are not looked at. The centre and the bench know her: one is the register, the other has her
 * card.
 */
@Tag("browser")
class PrivacyStoryTest {
    private static final Canary CANARY = new Canary(
            Map.of("number", "990102197404191106", "name", "𠮷田美华", "address", "训练市样本区自助路15号105室"),
            Map.of("her portrait", picture("id-photo.jpg"), "her face", picture("live-1.jpg")));

    private static Training house;

    private static byte[] picture(String name) {
        try {
            return Files.readAllBytes(Path.of("../training/people/05").resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @BeforeAll
    static void open() {
        house = Training.start("privacy");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_citizen_who_has_gone_is_found_nowhere() throws Exception {
        try (KeptBrowser browser = new KeptBrowser(house.data().resolve("browser"))) {
            Citizen citizen = new Citizen(browser.page(), house.citizen());
            certificate(citizen);
            renewal(citizen);
            citizen.at("idle");
            assertEquals(List.of(), heap().holders(CANARY), "in the heap of the terminal");
            assertEquals(List.of(), onDisk(), "while the terminal and its browser run");
        }
        house.stopTerminal();
        assertEquals(List.of(), onDisk(), "after both were closed");
        afterItsTimeNobodyCanReadTheJournalAnyMore();
        assertFalse(
                CANARY.under(house.data().resolve("centre")).isEmpty(),
                "the register must know her, or this test looks for the wrong words");
    }

    private static void afterItsTimeNobodyCanReadTheJournalAnyMore() throws Exception {
        JournalFile journal = new JournalFile(house.data().resolve("terminal/journal.db"));
        assertEquals(List.of(), journal.rows("erased"), "a day has not gone by");
        Files.writeString(house.data().resolve("factory/privacy.json"), "{\"keepHours\":0}");
        house.startTerminal();
        var row = new Canary(Map.of("row", "{\"visits\":\"2\"}"), Map.of());
        Facts.await("both to be erased", () -> !row.under(house.data().resolve("terminal"))
                .isEmpty());
        house.stopTerminal();
        assertEquals(List.of("{\"visits\":\"2\"}"), journal.rows("erased"));
    }

    private static void certificate(Citizen citizen) throws Exception {
        Walks.certificate(citizen, house.bench(), "p05").at("issue");
        Set<String> here = Set.copyOf(heap().found(CANARY).values());
        assertTrue(here.size() > 2, "while she is here she is in the heap, or this test cannot see: " + here);
        citizen.press("next").at("outcome").press("next").at("rate").rates(4).at("bye");
        house.bench().goes();
    }

    private static void renewal(Citizen citizen) {
        Walks.renewal(citizen, house.bench(), "p05");
        house.bench().actSoon("pay-pad", "tap");
        citizen.at("outcome").press("next").at("rate").press("next").at("bye");
        house.bench().goes();
    }

    private static List<String> onDisk() {
        return Stream.of("terminal", "terminal.log", "terminal-tmp", "browser", "factory")
                .flatMap(place -> CANARY.under(house.data().resolve(place)).stream())
                .toList();
    }

    /** Only what can still be reached: the virtual machine collects before it writes the dump. */
    private static HeapDump heap() throws IOException, InterruptedException {
        Path dump = Files.createTempDirectory(house.data(), "heap").resolve("live.hprof");
        Path log = house.data().resolve("jcmd.log");
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                        String.valueOf(house.terminalProcess()),
                        "GC.heap_dump",
                        dump.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(jcmd.waitFor(60, TimeUnit.SECONDS), "the dump takes too long");
        assertEquals(0, jcmd.exitValue(), Files.readString(log));
        HeapDump heap = HeapDump.read(dump);
        Files.delete(dump); // it stays mapped until the last look
        return heap;
    }
}
