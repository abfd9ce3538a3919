package io.zizhu.driver.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.profile.Ability;
import io.zizhu.driver.LineRig;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.Plug;
import io.zizhu.sim.peer.escpos.EscposPeer;
import io.zizhu.sim.peer.escpos.FontChain;
import io.zizhu.tck.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a slip was cut off, and what printers of other ages make of it; without a keeper. */
@Timeout(30)
class EscposRecoveryTest {
    private static final byte[] TEXT = HexFormat.of().parseHex("1d2100");
    private static final byte[] SECOND = "second".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KNIFE = HexFormat.of().parseHex("1d5642");
    private static final Slip SLIP = new Slip(List.of(
            new Slip.Line.Text("first half", Slip.Style.PLAIN), new Slip.Line.Text("second half", Slip.Style.PLAIN)));

    private final EscposPeer peer = new EscposPeer(FontChain.of(Optional.empty()));
    private final List<Plug> plugs = new ArrayList<>();
    private Optional<LineRig> rig = Optional.empty();
    private Optional<Link> line = Optional.empty();

    @AfterEach
    void close() {
        rig.ifPresent(LineRig::close);
    }

    @Test
    void a_roll_that_ends_behind_the_last_line_makes_no_second_slip() throws Exception {
        EscposPrinter printer = printer(KNIFE, "status");
        midway("media-empty");
        CompletableFuture<Sheet> sheet = print(printer, Duration.ofSeconds(10));
        awaitOut(printer);
        peer.act("refill", Map.of());
        assertInstanceOf(Sheet.Out.class, sheet.join());
        assertEquals(1, peer.out().size());
        assertEquals(0, peer.spoiled(), "the rest was only the cut");
    }

    @Test
    void a_printer_that_keeps_what_it_should_drop_spoils_one_piece_and_still_gives_one_whole_slip() throws Exception {
        EscposPrinter printer = printer(SECOND, "status");
        peer.act("keeps", Map.of());
        midway("media-empty");
        CompletableFuture<Sheet> sheet = print(printer, Duration.ofSeconds(15));
        awaitOut(printer);
        peer.act("refill", Map.of());
        assertInstanceOf(Sheet.Out.class, sheet.join());
        assertEquals(1, peer.out().size());
        assertEquals(1, peer.spoiled(), "half on the old roll, half on the new one");
    }

    @Test
    void a_slip_that_was_kept_whole_is_not_printed_again() throws Exception {
        EscposPrinter printer = printer(TEXT, "status");
        peer.act("keeps", Map.of());
        midway("media-empty");
        CompletableFuture<Sheet> sheet = print(printer, Duration.ofSeconds(15));
        awaitOut(printer);
        peer.act("refill", Map.of());
        assertInstanceOf(Sheet.Out.class, sheet.join());
        assertEquals(1, peer.out().size());
        assertEquals(0, peer.spoiled());
    }

    @Test
    void what_a_printer_may_have_kept_is_unknown_and_its_late_answers_are_none_to_the_next_slip() throws Exception {
        EscposPrinter printer = printer(TEXT, "status");
        peer.act("keeps", Map.of());
        midway("media-empty");
        assertInstanceOf(
                Sheet.Unknown.class, print(printer, Duration.ofMillis(800)).join());
        peer.act("refill", Map.of()); // it comes out all the same: nobody can stop such a printer
        assertEquals(1, peer.out().size());
        assertInstanceOf(Sheet.Out.class, print(printer, Duration.ofSeconds(10)).join());
        assertEquals(2, peer.out().size());
    }

    @Test
    void what_still_waits_in_a_printer_that_stands_still_is_dropped_when_it_is_opened() throws Exception {
        EscposPrinter before = printer(TEXT, "status");
        midway("cover-open");
        CompletableFuture<Sheet> sheet = new CompletableFuture<>();
        Thread crashes =
                Thread.ofVirtual().start(() -> sheet.complete(before.print(SLIP, Patience.of(Duration.ofSeconds(20)))));
        Await.fact("seen", before::news, () -> before.news().isPresent());
        crashes.interrupt();
        assertInstanceOf(Sheet.Unknown.class, sheet.join());
        EscposPrinter after = EscposPrinter.open(line.orElseThrow(), binding("status"));
        Await.fact("dropped", peer::about, () -> "".equals(peer.about().get("waiting")));
        peer.act("clear", Map.of());
        Await.fact("online", peer::about, () -> pulse(after).fault().isEmpty());
        assertEquals(0, peer.out().size(), "its person has gone");
        assertInstanceOf(Sheet.Out.class, print(after, Duration.ofSeconds(5)).join());
        assertEquals(1, peer.out().size());
    }

    @Test
    void a_number_comes_back_behind_the_cut_where_the_printer_knows_how() throws Exception {
        EscposPrinter printer = printer(TEXT, "job-id");
        assertInstanceOf(Sheet.Out.class, print(printer, Duration.ofSeconds(5)).join());
        midway("media-empty");
        CompletableFuture<Sheet> sheet = print(printer, Duration.ofSeconds(10));
        awaitOut(printer);
        Await.fact("dropped", peer::about, () -> "".equals(peer.about().get("waiting"))); // no hand refills faster
        peer.act("refill", Map.of());
        assertInstanceOf(Sheet.Out.class, sheet.join());
        assertEquals(2, peer.out().size());
    }

    @Test
    void a_printer_that_knows_no_numbers_is_not_opened_with_them_and_the_setting_is_named() throws Exception {
        peer.act("unnumbered", Map.of());
        DeviceAway away = assertThrows(DeviceAway.class, () -> printer(TEXT, "job-id"));
        assertEquals(Fault.Kind.MISCONFIGURED, away.fault().kind());
        assertTrue(away.fault().detail().startsWith("devices/receipt-printer/fence: "), away::getMessage);
    }

    @Test
    void abilities_are_what_the_printer_has_shown() throws Exception {
        EscposPrinter printer = printer(TEXT, "status");
        Await.fact("it pushed", printer::abilities, () -> {
            pulse(printer);
            return printer.abilities().contains(Ability.PUSH_STATUS);
        });
        assertFalse(printer.abilities().contains(Ability.SENSE_TAKEN), "a slip that fell is out of its sight");
        assertFalse(printer.abilities().contains(Ability.RETAIN));
    }

    private EscposPrinter printer(byte[] middle, String fence) throws Exception {
        rig = Optional.of(LineRig.inMemory(peer, middle, plug -> {
            plugs.add(plug);
            return new EscposSerialDriver(plug);
        }));
        Link link = plugs.getLast().open(binding(fence));
        line = Optional.of(link);
        return EscposPrinter.open(link, binding(fence));
    }

    private static Binding binding(String fence) {
        return new Binding(new DeviceId("receipt-printer"), "escpos-serial", Map.of("port", "memory", "fence", fence));
    }

    private void midway(String reason) {
        rig.orElseThrow().midway("fault", Map.of("reason", reason));
    }

    private static void awaitOut(EscposPrinter printer) {
        Await.fact("out", printer::news, () -> printer.news()
                .map(now -> now.media() == Media.OUT)
                .orElse(false));
    }

    private static Pulse pulse(EscposPrinter printer) {
        try {
            return printer.pulse();
        } catch (DeviceAway away) {
            throw new AssertionError(away);
        }
    }

    private static CompletableFuture<Sheet> print(EscposPrinter printer, Duration patience) {
        CompletableFuture<Sheet> sheet = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> sheet.complete(printer.print(SLIP, Patience.of(patience))));
        return sheet;
    }
}
