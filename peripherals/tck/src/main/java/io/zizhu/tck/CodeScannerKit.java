package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.scan.CodeScanner;
import io.zizhu.device.scan.Scanned;
import io.zizhu.device.scan.Symbology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every code scanner must keep. The rig knows {@code scan {text, then}} (a QR code; {@code then}: a second one in
 * the same breath), {@code torn {text}} (a code that breaks off), {@code garble {text}} (control characters in it) and
 * {@code flood {bytes}} (far too long); {@code second} is offered where the line is one client's alone.
 */
public abstract class CodeScannerKit extends DeviceKit<CodeScanner> {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String CODE = "https://zizhu.example/visit?id=0042&name=张三";

    @Override
    protected final Class<CodeScanner> contract() {
        return CodeScanner.class;
    }

    @Test
    void a_code_shown_while_waiting_is_read_whole_and_withheld() throws Exception {
        Scanned.Code code = assertInstanceOf(Scanned.Code.class, shown("scan", Map.of("text", CODE)));
        assertEquals(CODE, code.content().text());
        assertEquals(Symbology.QR, code.symbology());
        assertFalse((code + " " + code.content()).contains("zizhu"), "told in a log line");
        code.content().wipe();
        assertFalse(code.content().text().contains("z"), "wiped");
    }

    @Test
    void a_long_code_is_read_whole() throws Exception {
        String payment = "0123456789".repeat(30);
        assertEquals(payment, text(shown("scan", Map.of("text", payment))));
    }

    @Test
    void nobody_there_is_nothing_within_patience() {
        awaitOnline();
        long start = System.nanoTime();
        assertInstanceOf(Scanned.Nothing.class, outcome(ask(Patience.ofMillis(600))));
        long took = (System.nanoTime() - start) / 1_000_000;
        assertTrue(took >= 550 && took < 1_500, "took " + took + " ms");
    }

    @Test
    void a_cancelled_wait_is_nothing_at_once() {
        Patience patience = Patience.of(LONG);
        CompletableFuture<Scanned> waiting = begun(patience);
        patience.cancel();
        assertInstanceOf(
                Scanned.Nothing.class, waiting.orTimeout(2, TimeUnit.SECONDS).join());
    }

    @Test
    void only_a_code_shown_after_the_question_counts() throws Exception {
        awaitOnline();
        far().act("scan", Map.of("text", "too early"));
        far().act("scan", Map.of("text", "still too early"));
        settle();
        assertEquals("in time", text(shown("scan", Map.of("text", "in time"))));
    }

    @Test
    void of_two_codes_in_one_breath_the_newest_counts_and_they_are_not_glued() throws Exception {
        assertEquals("second", text(shown("scan", Map.of("text", "first", "then", "second"))));
        assertEquals("third", text(shown("scan", Map.of("text", "third"))));
    }

    @Test
    void single_bytes_are_waited_for() throws Exception {
        assumeTrue(far().offers("slow"));
        awaitOnline();
        act("slow", true);
        assertEquals(CODE, text(shown("scan", Map.of("text", CODE))));
    }

    @Test
    void noise_is_never_taken_for_a_code() throws Exception {
        assumeTrue(far().offers("noise"));
        awaitOnline();
        act("noise", true);
        CompletableFuture<Scanned> waiting = begun(Patience.of(Duration.ofSeconds(2)));
        far().act("scan", Map.of("text", CODE));
        if (outcome(waiting) instanceof Scanned.Code code) {
            assertEquals(CODE, code.content().text(), "overheard, or spoilt and told so; never another code");
        }
        act("noise", false);
        settle();
        awaitOnline();
        assertEquals(CODE, text(shown("scan", Map.of("text", CODE))));
    }

    @Test
    void a_code_with_control_characters_is_garbled_and_can_be_shown_again() throws Exception {
        CompletableFuture<Scanned> waiting = begun(Patience.of(Duration.ofMillis(900)));
        far().act("garble", Map.of("text", "half"));
        Fault fault = assertInstanceOf(Scanned.Failed.class, outcome(waiting)).fault();
        assertEquals(Fault.Kind.GARBLED, fault.kind());
        assertFalse(fault.detail().contains("half"), fault::detail);
        assertEquals(CODE, text(shown("scan", Map.of("text", CODE))));
    }

    @Test
    void a_code_that_breaks_off_is_not_glued_to_the_next() throws Exception {
        CompletableFuture<Scanned> waiting = begun(Patience.of(LONG));
        far().act("torn", Map.of("text", "broken off"));
        settle();
        far().act("scan", Map.of("text", CODE));
        assertEquals(CODE, text(outcome(waiting)));
    }

    @Test
    void a_code_that_never_ends_costs_nothing_but_itself() throws Exception {
        CompletableFuture<Scanned> waiting = begun(Patience.of(LONG));
        far().act("flood", Map.of("bytes", "60000"));
        far().act("scan", Map.of("text", CODE));
        assertEquals(CODE, text(outcome(waiting)));
        assertTrue(keeper().state().online());
    }

    @Test
    void a_scanner_unplugged_while_waiting_fails_long_before_patience_is_over() throws Exception {
        assumeTrue(far().offers("unplug"));
        CompletableFuture<Scanned> waiting = begun(Patience.of(LONG));
        long start = System.nanoTime();
        far().act("unplug", Map.of());
        Fault fault = assertInstanceOf(Scanned.Failed.class, outcome(waiting)).fault();
        assertEquals(Fault.Kind.LOST, fault.kind(), fault::detail);
        assertTrue(System.nanoTime() - start < LONG.toNanos() / 2);
        far().act("replug", Map.of());
        awaitOnline();
        assertEquals(CODE, text(shown("scan", Map.of("text", CODE))));
    }

    @Test
    void a_second_client_is_busy_and_the_first_scans_on() throws Exception {
        assumeTrue(far().offers("second"));
        awaitOnline();
        List<DeviceState> heard = new CopyOnWriteArrayList<>();
        try (Keeper<CodeScanner> second = new Keeper<>(
                contract(),
                far().driver(),
                far().binding(),
                InstantSource.system(),
                change -> heard.add(change.now()),
                SWIFT)) {
            Await.fact("refused", () -> heard, () -> second.state().fault().isPresent());
            assertEquals(Fault.Kind.BUSY, second.state().fault().orElseThrow().kind(), () -> "heard: " + heard);
            assertEquals(CODE, text(shown("scan", Map.of("text", CODE))));
        }
    }

    /** Waits until the scanner is asked, then shows it something. */
    private Scanned shown(String act, Map<String, String> with) throws Exception {
        CompletableFuture<Scanned> waiting = begun(Patience.of(LONG));
        far().act(act, with);
        return outcome(waiting);
    }

    /** Asks, and returns once the driver waits. */
    private CompletableFuture<Scanned> begun(Patience patience) {
        awaitOnline();
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Scanned> waiting = begin(
                patience,
                device -> {
                    begun.complete(true);
                    return device.scan(patience);
                },
                missed -> new Scanned.Failed(missed.fault()));
        begun.orTimeout(30, TimeUnit.SECONDS).join();
        long asked = System.nanoTime() + Duration.ofMillis(60).toNanos(); // nothing on the wire tells of a question
        Await.fact("time for the question", waiting::isDone, () -> System.nanoTime() > asked);
        return waiting;
    }

    /** Time enough for a half code to be given up, and for bytes on their way to arrive. */
    private void settle() {
        long later = System.nanoTime() + Duration.ofMillis(700).toNanos();
        Await.fact("time for the rest", this::told, () -> System.nanoTime() > later);
    }

    private CompletableFuture<Scanned> ask(Patience patience) {
        return begin(patience, device -> device.scan(patience), missed -> new Scanned.Failed(missed.fault()));
    }

    private static Scanned outcome(CompletableFuture<Scanned> waiting) {
        return waiting.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static String text(Scanned scanned) {
        return assertInstanceOf(Scanned.Code.class, scanned, () -> scanned.toString())
                .content()
                .text();
    }
}
