package io.zizhu.driver.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.driver.link.MemoryLink;
import io.zizhu.driver.zvt.apdu.Apdu;
import io.zizhu.driver.zvt.apdu.SerialFrame;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Byte for byte what goes over a serial line around each message; a scripted pad at the far end. */
@Timeout(20)
final class FramedWireTest {
    private static final String ABORT = "100206b000100343f3";
    private static final String ACK = "06";
    private static final String NAK = "15";
    private static final Apdu LINE = Apdu.of(Apdu.PRINT_LINE, 0x00, 0x41);

    private final MemoryLink line = new MemoryLink();
    private final InputStream heard = line.farInput();
    private final FramedWire wire = new FramedWire(line, "memory");

    private CompletableFuture<Optional<Fault>> sending() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        wire.send(Apdu.of(Apdu.ABORT));
                        return Optional.empty();
                    } catch (DeviceAway away) {
                        return Optional.of(away.fault());
                    }
                },
                Thread::startVirtualThread);
    }

    private static Optional<Fault> end(CompletableFuture<Optional<Fault>> sending) {
        return sending.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void say(String hex) throws IOException {
        line.farOutput().write(HexFormat.of().parseHex(hex));
    }

    private void say(Apdu apdu) throws IOException {
        line.farOutput().write(SerialFrame.wire(apdu));
    }

    private void hears(String hex) throws IOException {
        assertEquals(hex, HexFormat.of().formatHex(heard.readNBytes(hex.length() / 2)));
    }

    @Test
    void a_frame_that_the_pad_sends_back_is_sent_again_and_three_times_at_most() throws Exception {
        CompletableFuture<Optional<Fault>> good = sending();
        hears(ABORT);
        say(NAK);
        hears(ABORT);
        say(ACK);
        assertEquals(Optional.empty(), end(good));

        CompletableFuture<Optional<Fault>> bad = sending();
        for (int tries = 0; tries < 3; tries++) {
            hears(ABORT);
            say(NAK);
        }
        assertEquals(Fault.Kind.GARBLED, end(bad).orElseThrow().kind());
    }

    @Test
    void a_pad_that_says_nothing_is_asked_three_times_and_is_silent() throws Exception {
        CompletableFuture<Optional<Fault>> sending = sending();
        hears(ABORT + ABORT + ABORT);
        assertEquals(Fault.Kind.SILENT, end(sending).orElseThrow().kind());
    }

    @Test
    void a_damaged_frame_is_sent_back_and_the_next_one_counts() throws Exception {
        byte[] damaged = SerialFrame.wire(LINE);
        damaged[6] ^= 1;
        line.farOutput().write(damaged);
        assertEquals(Optional.empty(), wire.receive(50));
        hears(NAK);
        say(LINE);
        assertEquals(Optional.of(LINE), wire.receive(1_000));
        hears(ACK);
    }

    @Test
    void a_line_that_damages_everything_is_given_up() throws Exception {
        byte[] damaged = SerialFrame.wire(LINE);
        damaged[6] ^= 1;
        for (int i = 0; i < 4; i++) {
            line.farOutput().write(damaged);
        }
        assertEquals(
                Fault.Kind.GARBLED,
                assertThrows(DeviceAway.class, () -> wire.receive(1_000))
                        .fault()
                        .kind());
    }

    /** Our 06 got lost: the pad repeats its frame while we already answer it. */
    @Test
    void a_frame_that_comes_again_while_we_answer_it_is_taken_and_dropped() throws Exception {
        say(LINE);
        assertEquals(Optional.of(LINE), wire.receive(1_000));
        hears(ACK);
        CompletableFuture<Optional<Fault>> sending = sending();
        hears(ABORT);
        say(LINE);
        hears(ACK);
        say(ACK);
        assertEquals(Optional.empty(), end(sending));
        assertEquals(Optional.empty(), wire.receive(50));
    }

    @Test
    void a_frame_that_crosses_ours_is_kept() throws Exception {
        CompletableFuture<Optional<Fault>> sending = sending();
        hears(ABORT);
        say(LINE);
        hears(ACK);
        say(ACK);
        assertEquals(Optional.empty(), end(sending));
        assertEquals(Optional.of(LINE), wire.receive(50));
    }
}
