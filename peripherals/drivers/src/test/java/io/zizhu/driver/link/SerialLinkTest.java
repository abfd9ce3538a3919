package io.zizhu.driver.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.sim.peer.line.Speaker;
import io.zizhu.sim.peer.pty.Pty;
import io.zizhu.tck.Await;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** jSerialComm at one end of a real pseudo terminal. */
@Timeout(60)
class SerialLinkTest {
    @TempDir
    Path folder;

    private Pty pty;
    private final Speaker echo = (in, out) -> {
        byte[] chunk = new byte[512];
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            out.write(chunk, 0, length);
            out.flush();
        }
    };

    @BeforeEach
    void plug() throws Exception {
        pty = new Pty(folder.resolve("port"));
        pty.replug(echo);
    }

    @AfterEach
    void pull() {
        pty.close();
    }

    @Test
    void bytes_go_out_and_come_back() throws Exception {
        try (SerialLink link = open()) {
            byte[] sent = {(byte) 0xAA, 0, 0x11, 0x13, 0x0A, 0x0D, (byte) 0xFF};
            link.send(sent);
            assertArrayEquals(sent, receive(link, sent.length));
        }
    }

    @Test
    void one_unplug_is_exactly_one_disconnect_event() throws Exception {
        SerialLink link = open();
        link.send(new byte[] {1});
        receive(link, 1);
        pty.unplug();
        DeviceAway away = assertThrows(DeviceAway.class, () -> link.receive(Patience.of(Duration.ofSeconds(10))));
        assertEquals(Fault.Kind.LOST, away.fault().kind());
        long storm = System.nanoTime() + Duration.ofSeconds(1).toNanos(); // left open, it was some 150,000 a second
        Await.fact("time for a storm", link::disconnects, () -> System.nanoTime() > storm);
        assertEquals(1, link.disconnects());
        assertThrows(DeviceAway.class, () -> link.send(new byte[] {1}));
        link.close();
        assertEquals(1, link.disconnects());
    }

    @Test
    void a_port_that_is_gone_is_lost_and_one_that_is_back_opens_again() throws Exception {
        SerialLink first = open();
        pty.unplug();
        assertThrows(DeviceAway.class, () -> first.receive(Patience.of(Duration.ofSeconds(10))));
        first.close();
        assertEquals(
                Fault.Kind.LOST,
                assertThrows(DeviceAway.class, this::open).fault().kind());
        pty.replug(echo);
        try (SerialLink again = open()) {
            again.send(new byte[] {7});
            assertArrayEquals(new byte[] {7}, receive(again, 1));
        }
    }

    @Test
    void a_port_in_use_is_busy() throws Exception {
        try (SerialLink first = open()) {
            assertEquals(
                    Fault.Kind.BUSY,
                    assertThrows(DeviceAway.class, this::open).fault().kind());
            assertEquals(0, first.receive(Patience.ofMillis(1)).length);
        }
        open().close();
    }

    @Test
    void a_far_end_that_takes_nothing_holds_neither_sender_nor_closer_for_ever() throws Exception {
        pty.unplug();
        pty.replug((in, out) -> Await.fact("unplugged", () -> "", () -> !pty.plugged()));
        SerialLink link = open();
        long start = System.nanoTime();
        try {
            for (int i = 0; i < 64; i++) {
                link.send(new byte[64 * 1024]);
            }
        } catch (DeviceAway full) {
            assertEquals(Fault.Kind.SILENT, full.fault().kind());
        }
        link.close();
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(12).toNanos());
    }

    private SerialLink open() throws DeviceAway {
        return SerialLink.open(pty.link().toString(), 115200);
    }

    private static byte[] receive(Link link, int count) throws DeviceAway {
        Patience patience = Patience.of(Duration.ofSeconds(10));
        byte[] all = {};
        while (all.length < count && !patience.over()) {
            byte[] more = link.receive(patience);
            byte[] longer = java.util.Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, longer, all.length, more.length);
            all = longer;
        }
        return all;
    }
}
