package io.zizhu.driver.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.tck.Await;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The link's own conduct, against a port that tells what it was asked. */
@Timeout(30)
class UsbLinkTest {
    private static final UsbLink.Usual USUAL = new UsbLink.Usual("0400:c35a", "02:7,06", "81:7,85");

    private final ScriptedPort port = new ScriptedPort();

    @Test
    void a_frame_goes_out_in_two_parts_and_an_answer_comes_in_from_two() throws Exception {
        try (Link link = open()) {
            port.packets.add("81 aaaaaa96690008");
            port.packets.add("85 00009f0000000097");
            link.send(hex("aaaaaa96690003200122"));
            assertArrayEquals(hex("aaaaaa96690008"), link.receive(Patience.ofMillis(500)));
            assertArrayEquals(hex("00009f0000000097"), link.receive(Patience.ofMillis(500)));
            assertEquals(List.of("02 aaaaaa96690003", "06 200122"), List.copyOf(port.written));
        }
    }

    @Test
    void the_rest_is_not_read_before_the_head_has_come_whole_and_every_question_begins_anew() throws Exception {
        try (Link link = open()) {
            link.send(hex("aaaaaa96690003200122"));
            port.packets.add("85 000080");
            assertEquals(0, link.receive(Patience.ofMillis(120)).length);
            port.packets.add("81 aaaa");
            assertEquals(2, link.receive(Patience.ofMillis(500)).length);
            assertEquals(0, link.receive(Patience.ofMillis(120)).length);
            port.packets.add("81 aa96690004");
            assertEquals(5, link.receive(Patience.ofMillis(500)).length);
            assertArrayEquals(hex("000080"), link.receive(Patience.ofMillis(500)));
            link.send(hex("aaaaaa96690003200122"));
            port.packets.add("85 000090");
            assertEquals(0, link.receive(Patience.ofMillis(120)).length);
        }
    }

    @Test
    void late_bytes_of_every_endpoint_are_drained() throws Exception {
        try (Link link = open()) {
            port.packets.addAll(List.of("81 aaaaaa96690004", "85 0000", "85 8084"));
            link.drain();
            assertTrue(port.packets.isEmpty(), port.packets::toString);
        }
    }

    @Test
    void one_unplug_is_the_same_loss_for_every_word_after_it() throws Exception {
        Link link = open();
        port.packets.add("81 gone");
        DeviceAway first = assertThrows(DeviceAway.class, () -> link.receive(Patience.ofMillis(5000)));
        assertEquals(new Fault(Fault.Kind.LOST, "scripted: unplugged"), first.fault());
        link.drain();
        assertEquals(
                first.fault(),
                assertThrows(DeviceAway.class, () -> link.send(new byte[1])).fault());
        assertEquals(1, port.losses.get());
        link.close();
        assertTrue(port.closed);
    }

    @Test
    void a_cancel_is_noticed_within_a_turn() throws Exception {
        try (Link link = open()) {
            Patience patience = Patience.of(Duration.ofSeconds(20));
            Thread.ofVirtual().start(() -> {
                Await.fact("reading", () -> "", () -> port.reads.get() > 0);
                patience.cancel();
            });
            long start = System.nanoTime();
            assertEquals(0, link.receive(patience).length);
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(2).toNanos());
        }
    }

    @Test
    void a_native_call_that_never_comes_back_holds_up_neither_owner_nor_closer_for_ever() throws Exception {
        Link link = open();
        port.stuck = new CountDownLatch(1);
        long start = System.nanoTime();
        DeviceAway away = assertThrows(DeviceAway.class, () -> link.receive(Patience.of(Duration.ofSeconds(20))));
        assertEquals(Fault.Kind.SILENT, away.fault().kind());
        link.close();
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(9).toNanos());
        assertFalse(port.closed, "closed under a running transfer");
        port.stuck.countDown();
        Await.fact("closed behind the transfer", () -> "", () -> port.closed);
    }

    @Test
    void a_printer_that_takes_a_little_at_a_time_gets_every_byte_once_and_in_order() throws Exception {
        byte[] slip = new byte[9_999];
        new Random(5).nextBytes(slip);
        port.takes = 60;
        try (Link link = UsbLink.over(port, new Binding(new DeviceId("printer"), "usb", Map.of("out", "01")), USUAL)) {
            link.send(slip);
        }
        StringBuilder whole = new StringBuilder();
        port.written.forEach(piece -> whole.append(piece, 3, Math.min(piece.length(), 3 + 120)));
        assertEquals(HexFormat.of().formatHex(slip), whole.toString());
    }

    @Test
    void a_device_that_takes_no_bytes_is_silent() throws Exception {
        try (Link link = open()) {
            port.takes = 0;
            assertEquals(
                    Fault.Kind.SILENT,
                    assertThrows(DeviceAway.class, () -> link.send(new byte[9]))
                            .fault()
                            .kind());
        }
    }

    @ParameterizedTest
    @CsvSource({"usb,400:c35a", "out,2", "out,'02,06'", "in,81:x", "in,'81:7'", "interface,300"})
    void a_wrong_setting_is_named(String key, String value) {
        Binding wrong = new Binding(new DeviceId("id-reader"), "sam-usb", Map.of(key, value));
        DeviceAway away = assertThrows(DeviceAway.class, () -> UsbLink.over(port, wrong, USUAL));
        assertEquals(Fault.Kind.MISCONFIGURED, away.fault().kind());
        assertTrue(
                away.fault().detail().startsWith("devices/id-reader/" + key + ": "),
                away.fault().detail());
    }

    private Link open() throws DeviceAway {
        return UsbLink.over(port, new Binding(new DeviceId("id-reader"), "sam-usb", Map.of()), USUAL);
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    /** Gives the packets it was told, each only to the endpoint it belongs to. */
    private static final class ScriptedPort implements UsbPort {
        final Queue<String> packets = new ConcurrentLinkedQueue<>();
        final Queue<String> written = new ConcurrentLinkedQueue<>();
        volatile CountDownLatch stuck = new CountDownLatch(0);
        volatile int takes = 64;
        final AtomicInteger reads = new AtomicInteger();
        final AtomicInteger losses = new AtomicInteger();
        volatile boolean closed;

        @Override
        public int write(int endpoint, byte[] bytes, int millis) {
            written.add(String.format("%02x ", endpoint) + HexFormat.of().formatHex(bytes));
            return Math.min(takes, bytes.length);
        }

        @Override
        public byte[] read(int endpoint, int millis) throws DeviceAway {
            reads.incrementAndGet();
            uninterruptibly(stuck);
            String mine = String.format("%02x ", endpoint);
            Optional<String> next =
                    packets.stream().filter(packet -> packet.startsWith(mine)).findFirst();
            if (next.isEmpty()) {
                return new byte[0];
            }
            packets.remove(next.get());
            String data = next.get().substring(3);
            if (data.equals("gone")) {
                losses.incrementAndGet();
                throw new DeviceAway(Fault.Kind.LOST, "scripted: unplugged");
            }
            return hex(data);
        }

        @Override
        public byte[] ask(int request, int length, int millis) {
            return new byte[length];
        }

        @Override
        public void close() {
            closed = true;
        }

        /** As native code does: no interrupt reaches it. */
        private static void uninterruptibly(CountDownLatch latch) {
            while (latch.getCount() > 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000L);
                Thread.interrupted();
            }
        }
    }
}
