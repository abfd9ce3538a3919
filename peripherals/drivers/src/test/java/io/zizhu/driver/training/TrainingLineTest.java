package io.zizhu.driver.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.driver.link.MemoryLink;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.TcpLink;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.training.Ended;
import io.zizhu.sim.peer.training.Errand;
import io.zizhu.sim.peer.training.Trade;
import io.zizhu.sim.peer.training.TrainingPeer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both ends of the training line against each other, and the driver's end against a far end that misbehaves. */
@Timeout(30)
class TrainingLineTest {
    private static final Duration SILENCE = Duration.ofMillis(1_500);

    private final CompletableFuture<String> heard = new CompletableFuture<>();
    private final TrainingPeer peer = new TrainingPeer(0, new Doorbell());

    @AfterEach
    void put_it_away() {
        peer.close();
    }

    /** Waits until somebody rings; tells that it waits. */
    private final class Doorbell implements Trade {
        private volatile boolean rung;

        @Override
        public String id() {
            return "doorbell";
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.FINGER_READER;
        }

        @Override
        public String driver() {
            return "doorbell-training";
        }

        @Override
        public Ended perform(Errand errand) {
            heard.complete(errand.field("name", "nobody"));
            errand.note("waiting", Map.of("for", "a ring"));
            return errand.await(() -> rung) ? new Ended("rung", Map.of("by", "张 三")) : Ended.as("cancelled");
        }

        @Override
        public Map<String, String> state() {
            return Map.of("status", "online", "media", "notPresent", "spot-finger", "notPresent");
        }

        @Override
        public void act(String act, Map<String, String> with) {
            rung = true;
        }

        @Override
        public Map<String, String> about() {
            return Map.of();
        }
    }

    private TrainingLine open() throws DeviceAway {
        return open(TcpLink::plug);
    }

    private TrainingLine open(Plug plug) throws DeviceAway {
        return TrainingLine.open(plug, binding(), DeviceKind.FINGER_READER, SILENCE);
    }

    private static Said waited(TrainingLine line, long millis) throws DeviceAway {
        return line.ask("wait", Map.of(), Patience.ofMillis(millis), Said::wipe);
    }

    private Binding binding() {
        return new Binding(new DeviceId("doorbell"), peer.driver(), peer.settings());
    }

    @Test
    void an_act_is_told_while_it_goes_on_and_has_one_outcome_through_slow_and_noisy_bytes() throws Exception {
        try (TrainingLine line = open()) {
            peer.act("noise", Map.of("on", "true"));
            peer.act("slow", Map.of("on", "true"));
            List<String> notes = new ArrayList<>();
            Said done = line.ask("wait", Map.of("name", "李 四"), Patience.ofMillis(10_000), note -> {
                notes.add(note.text("for"));
                ring();
            });
            assertEquals("李 四", heard.join());
            assertEquals(List.of("a ring"), notes);
            assertEquals("rung", done.text("outcome"));
            assertEquals("张 三", done.text("by"));
            assertEquals(Pulse.well(Media.NOT_PRESENT).with(Map.of(Spot.FINGER, Media.NOT_PRESENT)), line.pulse());
        }
    }

    private void ring() {
        try {
            peer.act("ring", Map.of());
        } catch (Refused refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void when_patience_ends_the_device_says_how_and_a_working_device_is_waited_for() throws Exception {
        try (TrainingLine line = open()) {
            long from = System.nanoTime();
            Said done = waited(line, 2_500); // longer than silence may last
            assertEquals("cancelled", done.text("outcome"));
            long took = (System.nanoTime() - from) / 1_000_000;
            assertTrue(took >= 2_400 && took < 4_000, "took " + took + " ms");
        }
    }

    @Test
    void a_device_that_is_busy_says_so_and_its_state_is_told_meanwhile() throws Exception {
        try (TrainingLine first = open()) {
            Thread waiting =
                    Thread.ofVirtual().start(() -> assertThrows(DeviceAway.class, () -> waited(first, 20_000)));
            heard.join();
            assertEquals("deviceBusy", peer.state().word());
            try (TrainingLine second = open()) { // hangs up the first, whose errand ends with its line
                waiting.join();
                assertEquals(Media.NOT_PRESENT, second.pulse().media());
            }
        }
    }

    @Test
    void a_device_of_another_class_is_named() {
        Fault fault = assertThrows(
                        DeviceAway.class, () -> TrainingLine.open(TcpLink::plug, binding(), DeviceKind.LOCKER))
                .fault();
        assertEquals(Fault.Kind.MISCONFIGURED, fault.kind());
        assertTrue(fault.detail().contains("finger-reader") && fault.detail().contains("locker"), fault.detail());
    }

    @Test
    void silence_and_noise_are_told_apart_long_before_patience_ends() throws Exception {
        try (TrainingLine line = open()) {
            peer.act("hang", Map.of("on", "true"));
            long from = System.nanoTime();
            assertEquals(Fault.Kind.SILENT, away(line).kind());
            assertTrue(System.nanoTime() - from < Duration.ofSeconds(4).toNanos());
        }
        MemoryLink noisy = new MemoryLink();
        greet(noisy, "rubbish\n>done 2 outcome=state #00000000\n");
        try (TrainingLine line = open(binding -> noisy)) {
            assertEquals(Fault.Kind.GARBLED, away(line).kind());
        }
    }

    @Test
    void a_late_outcome_is_none_of_the_next_question() throws Exception {
        MemoryLink link = new MemoryLink();
        String late = new String(Said.line("done", 1, Map.of("outcome", "late")), StandardCharsets.US_ASCII);
        String right = new String(Said.line("done", 2, Map.of("outcome", "right")), StandardCharsets.US_ASCII);
        greet(link, late + right + late);
        try (TrainingLine line = open(binding -> link)) {
            assertEquals("right", waited(line, 2_000).text("outcome"));
        }
    }

    private static Fault away(TrainingLine line) {
        return assertThrows(DeviceAway.class, () -> waited(line, 20_000)).fault();
    }

    /** A far end that greets rightly and answers the second line with this. */
    private static void greet(MemoryLink link, String then) {
        Thread.ofVirtual().start(() -> {
            try (OutputStream out = link.farOutput();
                    InputStream in = link.farInput()) {
                line(in);
                out.write(Said.line("done", 1, Map.of("outcome", "hello", "kind", "finger-reader", "line", "1")));
                line(in);
                out.write(then.getBytes(StandardCharsets.US_ASCII));
                line(in);
            } catch (IOException closed) {
                link.close();
            }
        });
    }

    private static void line(InputStream in) throws IOException {
        int one = in.read();
        while (one != '\n' && one >= 0) {
            one = in.read();
        }
    }
}
