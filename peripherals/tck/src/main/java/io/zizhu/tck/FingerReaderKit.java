package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Spot;
import io.zizhu.device.finger.Capture;
import io.zizhu.device.finger.Finger;
import io.zizhu.device.finger.FingerReader;
import io.zizhu.device.finger.FingerTemplate;
import io.zizhu.device.finger.Match;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every fingerprint reader must keep. The rig knows {@code press {person, finger, as}} and {@code lift}; in the
 * middle means: a finger lies there and is being read.
 */
public abstract class FingerReaderKit extends DeviceKit<FingerReader> {
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Two people whose fingers the rig can press. */
    protected abstract String person();

    protected abstract String anotherPerson();

    @Override
    protected final Class<FingerReader> contract() {
        return FingerReader.class;
    }

    @Test
    void a_finger_laid_on_while_waiting_is_captured_and_one_that_lies_there_counts() throws Exception {
        awaitOnline();
        CompletableFuture<Capture> capture = begin(Patience.of(LONG));
        press(person(), "well");
        Capture.Captured first = captured(outcome(capture));
        assertTrue(first.quality() > 0 && first.quality() <= 100);
        assertTrue(first.template().bytes().length > 0);
        captured(capture(LONG));
        Await.fact("a finger on the glass", this::told, () -> keeper().state().media() == Media.PRESENT);
        assertEquals(Media.PRESENT, keeper().state().supplies().get(Spot.FINGER));
        far().act("lift", Map.of());
        Await.fact("no finger", this::told, () -> keeper().state().media() == Media.NOT_PRESENT);
    }

    @Test
    void nobody_there_is_nothing_within_patience() {
        awaitOnline();
        long start = System.nanoTime();
        assertInstanceOf(Capture.Nothing.class, capture(Duration.ofMillis(600)));
        long took = (System.nanoTime() - start) / 1_000_000;
        assertTrue(took >= 550 && took < 1_500, "took " + took + " ms");
        assertTrue(keeper().state().online());
    }

    @Test
    void a_cancelled_wait_is_nothing_at_once() {
        awaitOnline();
        Patience patience = Patience.of(LONG);
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<Capture> capture = begin(
                patience,
                reader -> {
                    begun.complete(true);
                    return reader.capture(Finger.RIGHT_INDEX, patience);
                },
                missed -> new Capture.Failed(missed.fault()));
        begun.join();
        patience.cancel();
        assertInstanceOf(
                Capture.Nothing.class, capture.orTimeout(2, TimeUnit.SECONDS).join());
    }

    @Test
    void a_finger_lifted_half_way_has_moved_and_can_be_laid_on_again() throws Exception {
        awaitOnline();
        press(person(), "well");
        far().midway("lift", Map.of());
        assertEquals(Fault.Kind.MOVED, failed(capture(LONG)).kind());
        press(person(), "well");
        captured(capture(LONG));
    }

    @Test
    void a_poor_print_says_why_and_is_no_template() throws Exception {
        awaitOnline();
        for (Capture.Reason reason : new Capture.Reason[] {
            Capture.Reason.DRY, Capture.Reason.WET, Capture.Reason.DIRTY, Capture.Reason.PARTIAL
        }) {
            press(person(), reason.name().toLowerCase(java.util.Locale.ROOT));
            Capture.Poor poor = assertInstanceOf(Capture.Poor.class, capture(LONG));
            assertEquals(reason, poor.reason());
        }
    }

    @Test
    void slow_split_and_noisy_bytes_are_waited_for() throws Exception {
        assumeTrue(far().offers("slow") && far().offers("noise"));
        awaitOnline();
        press(person(), "well");
        act("slow", true);
        captured(capture(LONG));
        act("noise", true);
        captured(capture(LONG));
        assertTrue(keeper().state().online());
    }

    @Test
    void a_reader_that_falls_silent_keeps_nobody_waiting_for_ever() throws Exception {
        assumeTrue(far().offers("hang"));
        awaitOnline();
        press(person(), "well");
        far().midway("hang", Map.of("on", "true"));
        assertEquals(
                Fault.Kind.SILENT,
                failed(outcome(begin(Patience.ofMillis(30_000)))).kind());
        act("hang", false);
        awaitOnline();
        captured(capture(LONG));
    }

    @Test
    void a_reader_unplugged_half_way_fails_long_before_patience_is_over() throws Exception {
        assumeTrue(far().offers("unplug"));
        awaitOnline();
        press(person(), "well");
        far().midway("unplug", Map.of());
        long start = System.nanoTime();
        assertEquals(Fault.Kind.LOST, failed(capture(LONG)).kind());
        assertTrue(System.nanoTime() - start < LONG.toNanos() / 2);
        far().act("replug", Map.of());
        awaitOnline();
    }

    @Test
    void the_same_finger_matches_another_person_and_another_finger_do_not() throws Exception {
        awaitOnline();
        assumeTrue(keeper().peek(FingerReader::abilities).orElseThrow().contains(Ability.MATCH));
        FingerTemplate enrolled = template(person(), "right-index");
        Match.Same same = assertInstanceOf(Match.Same.class, match(template(person(), "right-index"), enrolled));
        assertTrue(same.judgement().score() >= same.judgement().threshold());
        assertFalse(same.judgement().comparer().isBlank());
        assertInstanceOf(Match.Different.class, match(template(anotherPerson(), "right-index"), enrolled));
        assertInstanceOf(Match.Different.class, match(template(person(), "left-thumb"), enrolled));
    }

    @Test
    void what_cannot_be_compared_is_neither_the_same_nor_different() throws Exception {
        awaitOnline();
        FingerTemplate print = template(person(), "right-index");
        FingerTemplate card = new FingerTemplate(FingerTemplate.Form.CARD_GA_490, new byte[512]);
        assertEquals(Match.Reason.NO_COMPARER, notCompared(match(print, card)));
        assertEquals(Match.Reason.NO_COMPARER, notCompared(match(card, card)));
        FingerTemplate rubbish = new FingerTemplate(FingerTemplate.Form.ISO_19794_2_2005, new byte[] {1, 2, 3});
        assertEquals(Match.Reason.UNREADABLE, notCompared(match(print, rubbish)));
        print.wipe();
        assertEquals(Match.Reason.UNREADABLE, notCompared(match(print, print)), "wiped, it compares with nothing");
    }

    @Test
    void nothing_personal_is_in_a_text_form() throws Exception {
        awaitOnline();
        press(person(), "well");
        Capture.Captured captured = captured(capture(LONG));
        assertEquals("[withheld]", captured.template().toString());
        assertTrue(captured.toString().contains("[withheld]"), captured::toString);
    }

    private void press(String person, String as) throws Exception {
        far().act("press", Map.of("person", person, "as", as));
    }

    private FingerTemplate template(String person, String finger) throws Exception {
        far().act("press", Map.of("person", person, "finger", finger));
        return captured(capture(LONG)).template();
    }

    private Match match(FingerTemplate probe, FingerTemplate reference) {
        return keeper().ask(
                        Patience.of(LONG),
                        reader -> reader.match(probe, reference),
                        missed -> new Match.NotCompared(Match.Reason.UNREADABLE, missed.toString()));
    }

    private static Match.Reason notCompared(Match match) {
        return assertInstanceOf(Match.NotCompared.class, match).reason();
    }

    private Capture capture(Duration patience) {
        return outcome(begin(Patience.of(patience)));
    }

    private CompletableFuture<Capture> begin(Patience patience) {
        return begin(
                patience,
                reader -> reader.capture(Finger.RIGHT_INDEX, patience),
                missed -> new Capture.Failed(missed.fault()));
    }

    private static Capture outcome(CompletableFuture<Capture> capture) {
        return capture.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Capture.Captured captured(Capture capture) {
        return assertInstanceOf(Capture.Captured.class, capture, capture::toString);
    }

    private static Fault failed(Capture capture) {
        return assertInstanceOf(Capture.Failed.class, capture, capture::toString)
                .fault();
    }
}
