package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.passport.Access;
import io.zizhu.device.passport.Authenticity.Finding;
import io.zizhu.device.passport.ChipPicture;
import io.zizhu.device.passport.ChipReading;
import io.zizhu.device.passport.Mrz;
import io.zizhu.device.passport.PassportReader;
import io.zizhu.device.passport.TravelDocument;
import io.zizhu.device.passport.TravelDocument.Opened;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every reader of travel documents must keep. The rig knows {@code present {person, as, form}} and {@code remove};
 * {@code as} is {@code pace} (a chip with both doors), {@code bac}, {@code pace-only}, {@code wrong-key},
 * {@code corrupt-dg2}, {@code mismatch}, {@code forged}, {@code expired} or {@code blank}. In the middle means: the chip is open, its
 * content not yet read.
 */
public abstract class PassportReaderKit extends DeviceKit<PassportReader> {
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Two people the rig can present. */
    protected abstract String person();

    protected abstract String anotherPerson();

    /** What is printed in a person's document. */
    protected abstract Access.Zone zoneOf(String person);

    protected abstract Access.Can canOf(String person);

    /** The picture on a person's chip, JPEG. */
    protected abstract byte[] faceOf(String person);

    @Override
    protected final Class<PassportReader> contract() {
        return PassportReader.class;
    }

    @Test
    void a_document_laid_down_while_waiting_is_read_whole() throws Exception {
        awaitOnline();
        CompletableFuture<ChipReading> reading = begin(zoneOf(person()), Patience.of(LONG));
        present(person(), "pace");
        TravelDocument document = document(outcome(reading));
        Mrz mrz = document.mrz();
        assertEquals(Mrz.Form.TD3, mrz.form());
        assertEquals(zoneOf(person()), Access.Zone.of(mrz.number(), mrz.birth().orElseThrow(), mrz.expiry()));
        assertArrayEquals(faceOf(person()), face(document));
        assertEquals(Opened.PACE, document.opened());
        assertEquals(Finding.CONFIRMED, document.authenticity().content());
        assertEquals(Finding.CONFIRMED, document.authenticity().signature());
        assertFalse(document.toString().contains(mrz.number()));
    }

    @Test
    void an_older_chip_opens_by_BAC_and_the_next_document_is_another() throws Exception {
        awaitOnline();
        present(person(), "bac");
        TravelDocument older = document(read(zoneOf(person())));
        assertEquals(Opened.BAC, older.opened());
        assertArrayEquals(faceOf(person()), face(older));
        remove();
        far().act("present", Map.of("person", anotherPerson(), "as", "bac", "form", "td1"));
        TravelDocument card = document(read(zoneOf(anotherPerson())));
        assertEquals(Mrz.Form.TD1, card.mrz().form());
        assertEquals(zoneOf(anotherPerson()).number(), card.mrz().number());
    }

    @Test
    void a_card_access_number_opens_by_PACE_alone() throws Exception {
        awaitOnline();
        assertTrue(keeper().peek(PassportReader::abilities).orElse(Set.of()).contains(Ability.PACE));
        present(person(), "pace-only");
        assertEquals(Opened.PACE, document(read(canOf(person()))).opened());
        change(person(), "bac");
        assertEquals(Fault.Kind.REFUSED, failed(read(canOf(person()))).kind());
    }

    @Test
    void a_wrong_key_is_an_outcome_of_its_own_and_the_right_one_still_opens() throws Exception {
        awaitOnline();
        present(person(), "bac");
        opensForItsOwnPrintOnly();
        change(person(), "pace");
        opensForItsOwnPrintOnly();
        assertInstanceOf(ChipReading.WrongKey.class, read(canOf(anotherPerson())));
        change(person(), "wrong-key");
        assertInstanceOf(ChipReading.WrongKey.class, read(zoneOf(person())));
        assertTrue(keeper().state().online());
    }

    private void opensForItsOwnPrintOnly() {
        assertInstanceOf(ChipReading.WrongKey.class, read(zoneOf(anotherPerson())));
        assertEquals(
                zoneOf(person()).number(),
                document(read(zoneOf(person()))).mrz().number());
    }

    @Test
    void nobody_there_is_nothing_within_patience() {
        awaitOnline();
        long start = System.nanoTime();
        assertInstanceOf(ChipReading.Nothing.class, outcome(begin(zoneOf(person()), Patience.ofMillis(600))));
        long took = (System.nanoTime() - start) / 1_000_000;
        assertTrue(took >= 550 && took < 1_500, "took " + took + " ms");
    }

    @Test
    void a_cancelled_wait_is_nothing_at_once() {
        awaitOnline();
        Patience patience = Patience.of(LONG);
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<ChipReading> reading = begin(
                patience,
                device -> {
                    begun.complete(true);
                    return device.read(zoneOf(person()), patience);
                },
                missed -> new ChipReading.Failed(missed.fault()));
        begun.join();
        patience.cancel();
        assertInstanceOf(
                ChipReading.Nothing.class,
                reading.orTimeout(1, TimeUnit.SECONDS).join());
    }

    @Test
    void a_document_taken_away_half_way_has_moved_and_can_be_laid_down_again() throws Exception {
        awaitOnline();
        far().midway("remove", Map.of());
        present(person(), "bac");
        assertEquals(Fault.Kind.MOVED, failed(read(zoneOf(person()))).kind());
        awaitEmpty();
        present(person(), "bac");
        assertEquals(
                zoneOf(person()).number(),
                document(read(zoneOf(person()))).mrz().number());
        assertTrue(keeper().state().online());
    }

    @Test
    void what_lies_on_the_reader_is_told() throws Exception {
        awaitOnline();
        present(person(), "bac");
        Await.fact("present", this::told, () -> lies(Media.PRESENT));
        far().act("remove", Map.of());
        Await.fact("not present", this::told, () -> lies(Media.NOT_PRESENT));
    }

    @Test
    void a_slow_chip_is_waited_for_but_not_beyond_patience() throws Exception {
        assumeTrue(far().offers("slow"));
        awaitOnline();
        act("slow", true);
        present(person(), "bac");
        long start = System.nanoTime();
        assertInstanceOf(ChipReading.Nothing.class, outcome(begin(zoneOf(person()), Patience.ofMillis(400))));
        assertTrue(System.nanoTime() - start < Duration.ofMillis(1_500).toNanos());
        assertEquals(
                zoneOf(person()).number(),
                document(read(zoneOf(person()))).mrz().number());
    }

    @Test
    void a_chip_that_falls_silent_keeps_nobody_waiting_for_ever() throws Exception {
        assumeTrue(far().offers("hang"));
        awaitOnline();
        far().midway("hang", Map.of("on", "true"));
        present(person(), "bac");
        Fault fault = failed(read(zoneOf(person())));
        assertEquals(Fault.Kind.SILENT, fault.kind(), fault::detail);
        act("hang", false);
        awaitOnline();
        change(person(), "bac");
        assertEquals(
                zoneOf(person()).number(),
                document(read(zoneOf(person()))).mrz().number());
    }

    @Test
    void a_reader_unplugged_half_way_fails_the_reading_long_before_patience_is_over() throws Exception {
        assumeTrue(far().offers("unplug"));
        awaitOnline();
        far().midway("unplug", Map.of());
        present(person(), "bac");
        long start = System.nanoTime();
        assertEquals(Fault.Kind.LOST, failed(read(zoneOf(person()))).kind());
        assertTrue(System.nanoTime() - start < LONG.toNanos() / 2);
        far().act("replug", Map.of());
        awaitOnline();
    }

    @Test
    void a_picture_that_cannot_be_read_leaves_the_document_with_a_reason() throws Exception {
        awaitOnline();
        present(person(), "corrupt-dg2");
        TravelDocument document = document(read(zoneOf(person())));
        assertInstanceOf(ChipPicture.Unreadable.class, document.picture());
        assertEquals(Finding.CONTRADICTED, document.authenticity().content());
        assertEquals(zoneOf(person()).number(), document.mrz().number());
    }

    @Test
    void content_that_nobody_signed_is_called_so() throws Exception {
        awaitOnline();
        present(person(), "mismatch");
        TravelDocument document = document(read(zoneOf(person())));
        assertEquals(Finding.CONTRADICTED, document.authenticity().content());
        assertEquals(Finding.CONFIRMED, document.authenticity().signature());
        assertTrue(document.authenticity().disproved());
        assertFalse(document.authenticity().proved());
        change(person(), "forged");
        TravelDocument forged = document(read(zoneOf(person())));
        assertEquals(Finding.CONFIRMED, forged.authenticity().content());
        assertEquals(Finding.CONTRADICTED, forged.authenticity().signature());
    }

    @Test
    void an_expired_document_is_read_and_what_is_none_is_refused() throws Exception {
        awaitOnline();
        present(person(), "expired");
        Access.Zone printed = zoneOf(person());
        TravelDocument document = document(read(new Access.Zone(printed.number(), printed.birth(), "200131")));
        assertTrue(document.expiredOn(LocalDate.of(2020, 2, 1)));
        assertFalse(document.expiredOn(LocalDate.of(2020, 1, 31)));
        change(person(), "blank");
        assertEquals(Fault.Kind.REFUSED, failed(read(zoneOf(person()))).kind());
    }

    private boolean lies(Media what) {
        return last().map(state -> state.media() == what && state.supplies().get(Spot.DOCUMENT) == what)
                .orElse(false);
    }

    private void present(String person, String as) throws Exception {
        far().act("present", Map.of("person", person, "as", as));
    }

    /** As a hand does: the reader sees an empty plate in between. */
    private void change(String person, String as) throws Exception {
        remove();
        present(person, as);
    }

    private void remove() throws Exception {
        far().act("remove", Map.of());
        awaitEmpty();
    }

    /** Asks now: what was told last may be from before. */
    private void awaitEmpty() {
        Await.fact(
                "an empty plate",
                this::told,
                () -> keeper().ask(Patience.of(LONG), PassportReader::pulse, missed -> Pulse.well(Media.UNKNOWN))
                                .media()
                        == Media.NOT_PRESENT);
    }

    private ChipReading read(Access access) {
        return outcome(begin(access, Patience.of(LONG)));
    }

    private CompletableFuture<ChipReading> begin(Access access, Patience patience) {
        return begin(
                patience, device -> device.read(access, patience), missed -> new ChipReading.Failed(missed.fault()));
    }

    private static ChipReading outcome(CompletableFuture<ChipReading> reading) {
        return reading.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static TravelDocument document(ChipReading reading) {
        return assertInstanceOf(ChipReading.Document.class, reading, reading::toString)
                .document();
    }

    private static byte[] face(TravelDocument document) {
        return assertInstanceOf(ChipPicture.Shown.class, document.picture(), () -> "" + document.picture())
                .portrait()
                .jpeg();
    }

    private static Fault failed(ChipReading reading) {
        return assertInstanceOf(ChipReading.Failed.class, reading, reading::toString)
                .fault();
    }
}
