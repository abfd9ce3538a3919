package io.zizhu.sim.bench.cut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CutLineTest {
    private static final byte[] PAYMENT = {0x06, 0x01, 0x02, 0x11, 0x22};

    private final CutBook book = new CutBook();
    private Process terminal;

    @BeforeEach
    void begin() throws IOException {
        terminal = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        terminal.destroyForcibly();
    }

    @Test
    void the_process_dies_at_the_byte_and_nothing_passes_behind_it() throws Exception {
        book.arm(terminal.pid(), "charge #1: pay-pad in telegram 1 0601 behind byte 2");
        book.reached("operation before charge");
        var line = new CutLine(book, "pay-pad", new ZvtMarks());
        var device = new ByteArrayOutputStream();
        OutputStream onwards = line.onwards(device);

        assertThrows(IOException.class, () -> onwards.write(PAYMENT));

        assertFalse(terminal.isAlive());
        assertEquals(137, terminal.waitFor());
        assertArrayEquals(new byte[] {0x06, 0x01}, device.toByteArray());
        var back = new ByteArrayOutputStream();
        OutputStream from = line.from(back);
        assertThrows(IOException.class, () -> from.write(new byte[] {(byte) 0x80, 0, 0}));
        assertEquals(0, back.size());
    }

    @Test
    void what_is_only_listed_passes_whole_and_alone_while_an_operation_runs() throws IOException {
        book.arm(terminal.pid(), "");
        var line = new CutLine(book, "id-reader", new TurnMarks());
        var out = new ByteArrayOutputStream();
        line.from(out).write(PAYMENT); // asked how it is, between two operations
        book.reached("operation before read");
        assertArrayEquals(
                PAYMENT, line.towards(new ByteArrayInputStream(PAYMENT)).readAllBytes());
        line.from(out).write(PAYMENT);
        book.reached("operation after read");
        line.from(out).write(PAYMENT);

        assertEquals(
                List.of(
                        "operation before read #1",
                        "read #1: id-reader in turn 1",
                        "read #1: id-reader out turn 2",
                        "operation after read #1"),
                book.places());
        assertEquals(3 * PAYMENT.length, out.size());
        assertTrue(terminal.isAlive());
    }

    @Test
    void the_terminal_dies_at_the_place_that_it_tells_the_second_time() throws InterruptedException {
        book.arm(terminal.pid(), "journal before note rate #2");
        book.reached("journal before note rate");
        assertTrue(terminal.isAlive());
        book.reached("journal before note rate");
        assertEquals(137, terminal.waitFor());
    }
}
