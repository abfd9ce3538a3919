package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.SlipPrinter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every printer of slips must keep. The rig knows {@code fault {reason: media-empty|media-low|media-jam|
 * cover-open}}, {@code refill} and {@code clear}; in the middle means: the first bytes of the slip have arrived, the
 * last have not.
 */
public abstract class SlipPrinterKit extends DeviceKit<SlipPrinter> {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(1_500);

    /** How many whole slips have come out. */
    protected abstract int slips();

    @Override
    protected final Class<SlipPrinter> contract() {
        return SlipPrinter.class;
    }

    @Test
    void a_slip_that_is_out_has_come_out_once() {
        awaitOnline();
        Sheet.Out out = assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(1, out.sheets());
        assertEquals(1, slips());
        assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(2, slips());
    }

    @Test
    void without_paper_or_with_an_open_cover_nothing_is_begun() throws Exception {
        awaitOnline();
        for (String reason : List.of("media-empty", "cover-open", "media-jam")) {
            far().act("fault", Map.of("reason", reason));
            Fault fault =
                    assertInstanceOf(Sheet.Refused.class, print(LONG), reason).fault();
            assertEquals(Fault.Kind.MEDIA, fault.kind(), reason);
            far().act("clear", Map.of());
            awaitOnline();
            assertEquals(0, slips(), reason);
        }
        assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(1, slips());
    }

    @Test
    void the_paper_left_is_told_before_anybody_prints() throws Exception {
        awaitMedia(Media.FULL);
        far().act("fault", Map.of("reason", "media-low"));
        awaitMedia(Media.LOW);
        far().act("fault", Map.of("reason", "media-empty"));
        awaitMedia(Media.OUT);
        assertTrue(keeper().state().online(), "a printer without paper is online and out");
        far().act("refill", Map.of());
        awaitMedia(Media.FULL);
    }

    @Test
    void paper_that_ends_half_way_and_is_refilled_in_time_gives_one_whole_slip() throws Exception {
        awaitOnline();
        far().midway("fault", Map.of("reason", "media-empty"));
        CompletableFuture<Sheet> sheet = begin(Patience.of(LONG));
        awaitMedia(Media.OUT); // told in the midst of the act: somebody must be called
        assertTrue(keeper().state().online());
        far().act("refill", Map.of());
        assertInstanceOf(Sheet.Out.class, end(sheet));
        assertEquals(1, slips());
        awaitMedia(Media.FULL);
        assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(2, slips());
    }

    @Test
    void paper_that_ends_half_way_and_comes_too_late_spoils_the_slip_and_nothing_follows() throws Exception {
        awaitOnline();
        far().midway("fault", Map.of("reason", "media-empty"));
        Sheet sheet = print(SHORT);
        Fault fault = assertInstanceOf(Sheet.Jammed.class, sheet).fault();
        assertEquals(Fault.Kind.MEDIA, fault.kind());
        awaitMedia(Media.OUT);
        far().act("refill", Map.of());
        awaitMedia(Media.FULL);
        assertEquals(0, slips(), "its person has gone");
        assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(1, slips(), "the torn slip must not follow when paper is back");
    }

    @Test
    void a_cover_opened_over_a_slip_and_closed_again_gives_one_whole_slip() throws Exception {
        awaitOnline();
        far().midway("fault", Map.of("reason", "cover-open"));
        CompletableFuture<Sheet> sheet = begin(Patience.of(LONG));
        Await.fact("told", this::told, () -> keeper().state().status() == Status.USER_ERROR);
        far().act("clear", Map.of());
        assertInstanceOf(Sheet.Out.class, end(sheet));
        assertEquals(1, slips());
        awaitOnline();
    }

    @Test
    void a_jam_half_way_spoils_the_slip_and_nothing_follows() throws Exception {
        awaitOnline();
        far().midway("fault", Map.of("reason", "media-jam"));
        assertInstanceOf(Sheet.Jammed.class, print(LONG));
        far().act("clear", Map.of());
        awaitMedia(Media.FULL);
        assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(1, slips());
    }

    @Test
    void a_caller_who_goes_while_paper_is_out_leaves_nothing_behind() throws Exception {
        awaitOnline();
        far().midway("fault", Map.of("reason", "media-empty"));
        Patience patience = Patience.of(Duration.ofSeconds(60));
        CompletableFuture<Sheet> sheet = begin(patience);
        awaitMedia(Media.OUT);
        patience.cancel();
        assertInstanceOf(Sheet.Jammed.class, end(sheet));
        far().act("refill", Map.of());
        awaitMedia(Media.FULL);
        assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(1, slips());
    }

    @Test
    void whoever_comes_second_is_told_that_it_is_busy_and_disturbs_nothing() throws Exception {
        awaitOnline();
        far().midway("fault", Map.of("reason", "media-empty"));
        CompletableFuture<Sheet> first = begin(Patience.of(LONG));
        awaitMedia(Media.OUT);
        Fault fault = assertInstanceOf(Sheet.Refused.class, print(Duration.ofMillis(100)))
                .fault();
        assertEquals(Fault.Kind.BUSY, fault.kind());
        far().act("refill", Map.of());
        assertInstanceOf(Sheet.Out.class, end(first));
        assertEquals(1, slips());
    }

    @Test
    void where_nothing_is_plugged_in_nothing_is_begun() throws Exception {
        assumeTrue(far().offers("unplug"));
        awaitOnline();
        far().act("unplug", Map.of());
        Await.fact("away", this::told, () -> !keeper().state().online());
        assertEquals(
                Fault.Kind.LOST,
                assertInstanceOf(Sheet.Refused.class, print(LONG)).fault().kind());
        far().act("replug", Map.of());
        awaitOnline();
        assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(1, slips());
    }

    @Test
    void a_printer_that_falls_silent_half_way_leaves_it_unknown() throws Exception {
        assumeTrue(far().offers("hang"));
        awaitOnline();
        far().midway("hang", Map.of("on", "true"));
        Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, print(Duration.ofSeconds(2)));
        assertEquals(Fault.Kind.SILENT, unknown.fault().kind());
        act("hang", false);
        awaitOnline();
    }

    @Test
    void a_printer_silent_from_the_start_prints_nothing_and_says_so() throws Exception {
        assumeTrue(far().offers("hang"));
        awaitOnline();
        act("hang", true);
        assertInstanceOf(Sheet.Refused.class, print(LONG));
        act("hang", false);
        awaitOnline();
        assertEquals(0, slips());
    }

    @Test
    void a_printer_unplugged_half_way_leaves_it_unknown_long_before_patience_is_over() throws Exception {
        assumeTrue(far().offers("unplug"));
        awaitOnline();
        far().midway("unplug", Map.of());
        long start = System.nanoTime();
        Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, print(LONG));
        assertEquals(Fault.Kind.LOST, unknown.fault().kind());
        assertTrue(System.nanoTime() - start < LONG.toNanos() / 2);
        far().act("replug", Map.of());
        awaitOnline();
    }

    @Test
    void slow_and_noisy_answers_are_understood() throws Exception {
        assumeTrue(far().offers("noise") && far().offers("slow"));
        awaitOnline();
        act("slow", true);
        assertInstanceOf(Sheet.Out.class, print(LONG));
        act("slow", false);
        act("noise", true);
        assertInstanceOf(Sheet.Out.class, print(LONG));
        assertEquals(2, slips());
        assertTrue(keeper().state().online());
    }

    /** What is printed: every kind of line. */
    protected Slip slip() {
        byte[] bits = new byte[3 * 24];
        Arrays.fill(bits, (byte) 0xA5);
        return new Slip(List.of(
                new Slip.Line.Text("训练 样张", Slip.Style.TITLE),
                new Slip.Line.Rule(),
                new Slip.Line.Text("受理编号 A1234-5678", Slip.Style.PLAIN),
                new Slip.Line.Text("请妥善保管", Slip.Style.BOLD),
                new Slip.Line.Raster(24, 24, bits),
                new Slip.Line.Space(),
                new Slip.Line.Qr("https://example.org/check/A1234-5678"),
                new Slip.Line.Text("20 元", Slip.Style.BIG),
                new Slip.Line.Text("再见", Slip.Style.CENTRED)));
    }

    private void awaitMedia(Media media) {
        Await.fact("media " + media, this::told, () -> last().map(state -> state.media() == media)
                .orElse(false));
    }

    private Sheet print(Duration duration) {
        return end(begin(Patience.of(duration)));
    }

    private static Sheet end(CompletableFuture<Sheet> sheet) {
        return sheet.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** What was begun and not answered is unknown, what was not begun is refused: as every caller must read it. */
    private CompletableFuture<Sheet> begin(Patience patience) {
        return begin(
                patience,
                device -> device.print(slip(), patience),
                missed -> missed.begun() ? new Sheet.Unknown("", missed.fault()) : new Sheet.Refused(missed.fault()));
    }
}
