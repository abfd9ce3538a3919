package io.zizhu.terminal.journal.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.terminal.journal.key.KeyRing.Choice;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine key in a pretend TPM 2.0 (swtpm) and in a file, and the way between them. */
class KeyRingTest {
    private static final VisitId VISIT = new VisitId("v1");
    private static final byte[] SECRET = new byte[32];

    @TempDir
    Path dir;

    private PretendTpm chip;
    private Path data;

    @BeforeEach
    void power() throws IOException {
        chip = new PretendTpm(Files.createDirectory(dir.resolve("chip")));
        data = Files.createDirectory(dir.resolve("data"));
    }

    @AfterEach
    void off() throws InterruptedException {
        chip.close();
    }

    private Tpm tpm() {
        return new Tpm(chip.way(), data);
    }

    private KeyRing ring(Choice choice) throws IOException {
        return KeyRing.open(data, choice, Optional.of(tpm()));
    }

    private SqliteJournal journal(KeyRing ring) {
        return SqliteJournal.open(data.resolve("journal.db"), "t-1", ring, InstantSource.system());
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(data)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("machine") || name.startsWith("tpm"))
                    .sorted()
                    .toList();
        }
    }

    /** A visit that waits, so that its fields have to be readable later. */
    private void visitThatWaits(KeyRing ring) {
        visitThatWaits(ring, VISIT);
    }

    private void visitThatWaits(KeyRing ring, VisitId visit) {
        try (var journal = journal(ring)) {
            journal.intent(visit, Entry.of("doubt", Map.of()).with(Map.of("name", "黄䶮")));
        }
    }

    private String read(KeyRing ring) {
        try (var journal = journal(ring)) {
            journal.renewKeys();
            assertInstanceOf(ChainHead.Walked.Whole.class, journal.verify());
            return journal.open().stream()
                    .map(open -> open.entry().personal().toString())
                    .distinct()
                    .reduce("", String::concat);
        }
    }

    @Test
    void what_one_chip_sealed_it_opens_after_a_restart_and_another_does_not() throws Exception {
        byte[] sealed = tpm().seal(SECRET);
        chip.restart();
        assertArrayEquals(
                SECRET,
                assertInstanceOf(Tpm.Opened.Key.class, tpm().unseal(sealed)).bytes());

        chip.clear();
        var refused = assertInstanceOf(Tpm.Opened.Refused.class, tpm().unseal(sealed));
        assertTrue(refused.why().startsWith("tpm2_load: "), refused.why());
        for (int i = 0; i < 8; i++) { // nothing is left in the chip, whose places are few
            assertInstanceOf(Tpm.Opened.Refused.class, tpm().unseal(sealed));
        }
        assertEquals(List.of(), files(), "nothing of the tools stays");
    }

    @Test
    void a_chip_that_wrong_passwords_have_locked_still_seals_and_opens() throws Exception {
        byte[] sealed = tpm().seal(SECRET);
        chip.lock();
        assertInstanceOf(Tpm.Opened.Key.class, tpm().unseal(sealed));
        assertInstanceOf(Tpm.Opened.Key.class, tpm().unseal(tpm().seal(SECRET)));
    }

    @Test
    void bytes_that_are_no_sealed_key_are_refused_by_name() {
        assertEquals(new Tpm.Opened.Refused("sealed key.form is missing"), tpm().unseal("{}".getBytes()));
        assertEquals(
                new Tpm.Opened.Refused("form other/1 is not known here"),
                tpm().unseal("{\"form\":\"other/1\"}".getBytes()));
        assertInstanceOf(Tpm.Opened.Refused.class, tpm().unseal(new byte[] {0, 1, 2}));
    }

    @Test
    void a_chip_that_is_not_there_says_so() {
        var gone = new Tpm("swtpm:path=" + dir.resolve("nothing"), data);
        assertThrows(IOException.class, () -> gone.seal(SECRET));
        assertThrows(IOException.class, () -> KeyRing.open(data, Choice.TPM, Optional.of(gone)));
        var none = assertThrows(IOException.class, () -> KeyRing.open(data, Choice.TPM, Optional.empty()));
        assertTrue(none.getMessage().startsWith("--machine-key tpm: "), none.getMessage());
    }

    @Test
    void the_key_is_sealed_by_the_chip_and_nowhere_else() throws Exception {
        visitThatWaits(ring(Choice.AUTO));
        assertEquals(List.of("machine-1.tpm"), files());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("machine-1.tpm"))));
        chip.restart();
        KeyRing ring = ring(Choice.TPM);
        assertEquals("tpm", ring.place());
        assertFalse(ring.changed());
        assertEquals("{name=黄䶮}", read(ring));
    }

    @Test
    void a_journal_with_a_key_in_a_file_moves_to_the_chip_wherever_it_is_cut() throws Exception {
        visitThatWaits(ring(Choice.FILE));
        assertEquals(List.of("machine.key"), files());

        ring(Choice.AUTO); // cut: the new key is on the disk, nothing is wrapped by it
        assertEquals(List.of("machine-1.tpm", "machine.key"), files());
        visitThatWaits(
                ring(Choice.AUTO), new VisitId("v2")); // cut: some data keys are wrapped by the one, some by the other
        byte[] plain = Files.readAllBytes(data.resolve("machine.key"));
        assertEquals("{name=黄䶮}", read(ring(Choice.AUTO)));
        assertEquals(List.of("machine-1.tpm"), files());

        for (String left : List.of("machine.key", "machine.key.gone", "machine-2.tpm.new")) { // cut: one step further
            Files.write(data.resolve(left), left.endsWith("gone") ? new byte[32] : plain);
            assertEquals("{name=黄䶮}", read(ring(Choice.AUTO)));
            assertFalse(files().contains("machine.key"), left);
            assertFalse(files().contains("machine.key.gone"), left);
        }
        Files.delete(data.resolve("machine-2.tpm.new"));

        assertEquals("{name=黄䶮}", read(ring(Choice.FILE)), "and the way back");
        assertEquals(List.of("machine.key"), files());
    }

    @Test
    void after_the_chip_was_cleared_the_kiosk_goes_on_and_says_what_cannot_be_read() throws Exception {
        visitThatWaits(ring(Choice.TPM));
        chip.clear();

        KeyRing ring = ring(Choice.TPM);
        assertEquals("{unreadable=yes}", read(ring));
        assertEquals(List.of("machine-1.tpm", "machine-2.tpm"), files(), "a key that is refused is kept");
        try (var journal = journal(ring(Choice.TPM))) {
            ChainRow said = journal.after(0, 10).getLast();
            assertEquals("machine-key", said.kind());
            assertEquals(
                    "{\"place\":\"tpm\",\"unreadable\":\"1\",\"wrapped\":\"0\"}",
                    said.open().canonical());
            long next = journal.intent(
                    new VisitId("v2"), Entry.of("doubt", Map.of()).with(Map.of("name", "陈志远")));
            assertEquals(
                    Map.of("name", "陈志远"),
                    journal.open().stream()
                            .filter(open -> open.intent() == next)
                            .findFirst()
                            .orElseThrow()
                            .entry()
                            .personal());
        }
    }

    @Test
    void without_the_chip_a_file_serves_and_when_it_is_back_everything_can_be_read_again() throws Exception {
        visitThatWaits(ring(Choice.AUTO));
        KeyRing alone = KeyRing.open(data, Choice.AUTO, Optional.empty());
        assertEquals("file", alone.place());
        assertEquals("{unreadable=yes}", read(alone));
        assertEquals(List.of("machine-1.tpm", "machine.key"), files());

        assertEquals("{name=黄䶮}", read(ring(Choice.AUTO)));
        assertEquals(List.of("machine-1.tpm"), files());
    }
}
