package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.device.profile.Ability;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What every driver of an A4 printer must keep, sheets and documents counted at the far end. The rig knows {@code fault
 * {reason: media-empty|media-low|media-jam|cover-open|toner-empty}}, {@code refill}, {@code clear}, {@code abort} (the
 * printer gives up the job in the works), {@code lose} (it takes the next document and drops the line without an answer)
 * and {@code plain} (it numbers a job only when it has the document), {@code busy} (it takes no job), {@code uncounted} (it
 * counts no sheets), {@code toner {percent}}, {@code forget} (it remembers no job that is over); in the middle means: a sheet is in the works.
 */
public abstract class SheetPrinterKit extends DeviceKit<SheetPrinter> {
    /** One empty A4 page. */
    protected static final byte[] PDF = """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """.getBytes(StandardCharsets.US_ASCII);

    /** A job is being printed. */
    protected abstract boolean printing();

    /** Whole documents that came out. */
    protected abstract int documents();

    /** Sheets of paper used, spoiled ones included. */
    protected abstract int sheets();

    @Override
    protected final Class<SheetPrinter> contract() {
        return SheetPrinter.class;
    }

    private static Patience seconds(int seconds) {
        return Patience.of(Duration.ofSeconds(seconds));
    }

    /** What was begun and not answered is unknown, what was not begun is refused: as every caller must read it. */
    private CompletableFuture<Sheet> begin(Patience patience) {
        return begin(
                patience,
                device -> device.print("certificate", PDF, patience),
                missed -> missed.begun() ? new Sheet.Unknown("", missed.fault()) : new Sheet.Refused(missed.fault()));
    }

    private static Sheet end(CompletableFuture<Sheet> sheet) {
        return sheet.orTimeout(40, TimeUnit.SECONDS).join();
    }

    private Sheet print() {
        return end(begin(seconds(20)));
    }

    /** Prints, and does something while the sheet is in the works. */
    private Sheet print(String midway, Map<String, String> with) {
        far().midway(midway, with);
        return print();
    }

    /** Asked until the printer is there to answer. */
    private Sheet follow(String job) {
        List<Sheet> answer = new ArrayList<>();
        Await.fact("an answer", this::told, () -> {
            keeper().<Optional<Sheet>>ask(
                            seconds(5), device -> Optional.of(device.follow(job, seconds(5))), _ -> Optional.empty())
                    .ifPresent(answer::add);
            return !answer.isEmpty();
        });
        return answer.getFirst();
    }

    /** Asked until the printer is there to answer. */
    private Sheet recall(String name) {
        List<Sheet> answer = new ArrayList<>();
        Await.fact("an answer", this::told, () -> {
            keeper().<Optional<Sheet>>ask(
                            seconds(5), device -> Optional.of(device.recall(name, seconds(5))), _ -> Optional.empty())
                    .ifPresent(answer::add);
            return !answer.isEmpty();
        });
        return answer.getFirst();
    }

    private void act(String act) throws Exception {
        far().act(act, Map.of());
    }

    private void fault(String reason) throws Exception {
        far().act("fault", Map.of("reason", reason));
    }

    private void awaitAway() {
        Await.fact("away", this::told, () -> !keeper().state().online());
    }

    private void awaitPrinting() {
        Await.fact("the printer prints", this::told, this::printing);
    }

    private void awaitDocument() {
        Await.fact("a document", this::told, () -> documents() == 1);
    }

    private Fault refused() {
        return assertInstanceOf(Sheet.Refused.class, print()).fault();
    }

    private void awaitMedia(Media media) {
        Await.fact("media " + media, this::told, () -> keeper().state().media() == media);
    }

    @Test
    void a_document_comes_out_once_and_is_told_by_its_job() throws Exception {
        awaitOnline();
        Sheet.Out out = assertInstanceOf(Sheet.Out.class, print());
        assertFalse(out.job().isBlank());
        assertEquals(1, out.sheets());
        assertEquals(1, documents());
        assertEquals(1, sheets());
        assertEquals(out, follow(out.job()));
        assertEquals(1, documents());
    }

    @Test
    void a_printer_that_takes_all_in_one_request_prints_as_well() throws Exception {
        awaitOnline();
        act("plain");
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, documents());
    }

    @Test
    void without_paper_it_refuses_says_so_and_prints_after_a_refill() throws Exception {
        awaitOnline();
        fault("media-empty");
        assertEquals(Fault.Kind.MEDIA, refused().kind());
        awaitMedia(Media.OUT);
        assertEquals(Status.ONLINE, keeper().state().status());
        assertEquals(0, sheets());
        act("refill");
        awaitMedia(Media.FULL);
        assertInstanceOf(Sheet.Out.class, print());
    }

    @Test
    void an_open_cover_and_spent_toner_refuse_before_a_sheet_is_used() throws Exception {
        awaitOnline();
        fault("cover-open");
        Fault fault = refused();
        assertEquals(Fault.Kind.MEDIA, fault.kind());
        assertTrue(fault.detail().contains("cover-open"), fault::detail);
        Await.fact("the state tells", this::told, () -> keeper().state().status() == Status.USER_ERROR);
        act("clear");
        fault("toner-empty");
        assertEquals(Fault.Kind.MEDIA, refused().kind());
        act("clear");
        fault("media-low");
        awaitMedia(Media.LOW);
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, sheets());
    }

    @Test
    void a_jam_spoils_the_sheet_and_the_job_is_taken_back_so_that_it_never_comes_out_later() throws Exception {
        awaitOnline();
        Sheet.Jammed jammed = assertInstanceOf(Sheet.Jammed.class, print("fault", Map.of("reason", "media-jam")));
        assertEquals(Fault.Kind.MEDIA, jammed.fault().kind());
        awaitMedia(Media.JAMMED);
        assertEquals(Fault.Kind.MEDIA, refused().kind());
        act("clear");
        awaitMedia(Media.FULL);
        assertInstanceOf(Sheet.Jammed.class, follow(jammed.job()));
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, documents());
        assertEquals(2, sheets());
    }

    @Test
    void a_job_that_the_printer_gives_up_is_jammed_for_a_sheet_may_be_spoiled() throws Exception {
        awaitOnline();
        assertInstanceOf(Sheet.Jammed.class, print("abort", Map.of()));
        assertEquals(0, documents());
    }

    @Test
    void paper_that_is_put_back_while_the_job_waits_lets_it_come_out() throws Exception {
        awaitOnline();
        CompletableFuture<Sheet> sheet = begin(seconds(20));
        awaitPrinting();
        fault("cover-open");
        Await.fact("the printer stops", this::told, () -> !printing());
        act("clear");
        assertInstanceOf(Sheet.Out.class, end(sheet));
        assertEquals(1, documents());
    }

    @Test
    void a_caller_who_gives_up_takes_the_job_back() throws Exception {
        awaitOnline();
        Patience patience = seconds(60);
        CompletableFuture<Sheet> sheet = begin(patience);
        awaitPrinting();
        patience.cancel();
        assertInstanceOf(Sheet.Jammed.class, end(sheet));
        assertEquals(0, documents());
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_and_nothing_is_sent_twice() throws Exception {
        awaitOnline();
        act("lose");
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, documents());
    }

    @Test
    void an_answer_that_is_lost_with_the_job_number_stays_unknown_and_nothing_is_sent_twice() throws Exception {
        awaitOnline();
        act("plain");
        act("lose");
        Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, print());
        awaitDocument();
        assertInstanceOf(Sheet.Unknown.class, follow(unknown.job()));
        assertEquals(1, documents());
    }

    @Test
    void a_job_whose_number_was_lost_is_told_by_its_name_or_nobody_claims_to_know() throws Exception {
        awaitOnline();
        assertInstanceOf(Sheet.Unknown.class, recall("certificate"), "a printer that remembers nothing says nothing");
        act("plain");
        act("lose");
        assertInstanceOf(Sheet.Unknown.class, print());
        awaitDocument();
        far().act("plain", Map.of("on", "false"));
        Sheet.Out out = assertInstanceOf(Sheet.Out.class, recall("certificate"));
        assertEquals(1, out.sheets());
        assertInstanceOf(Sheet.Refused.class, recall("never sent"));
        act("forget");
        assertEquals(
                Fault.Kind.REFUSED,
                assertInstanceOf(Sheet.Unknown.class, recall("certificate"))
                        .fault()
                        .kind());
        assertEquals(1, documents());
    }

    @Test
    void a_job_that_still_waits_when_it_is_recalled_is_taken_back() throws Exception {
        awaitOnline();
        CompletableFuture<Sheet> sheet = begin(seconds(20));
        awaitPrinting();
        fault("cover-open");
        Await.fact("the printer stops", this::told, () -> !printing());
        keeper().reset();
        end(sheet);
        assertInstanceOf(Sheet.Jammed.class, recall("certificate"));
        act("clear");
        awaitOnline();
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, documents(), "the first never comes out");
    }

    @Test
    void a_printer_that_hangs_leaves_an_unknown_sheet_that_can_be_followed() throws Exception {
        awaitOnline();
        CompletableFuture<Sheet> sheet = begin(seconds(2));
        awaitPrinting();
        act("hang");
        Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, end(sheet));
        assertFalse(unknown.job().isBlank());
        awaitAway();
        awaitDocument();
        act("clear");
        awaitOnline();
        assertInstanceOf(Sheet.Out.class, follow(unknown.job()));
        assertEquals(1, documents());
    }

    @Test
    void an_unplugged_printer_refuses_and_comes_back() throws Exception {
        awaitOnline();
        act("unplug");
        assertInstanceOf(Sheet.Refused.class, print());
        awaitAway();
        act("replug");
        awaitOnline();
        assertInstanceOf(Sheet.Out.class, print());
    }

    @Test
    void a_printer_that_is_unplugged_while_it_prints_leaves_an_unknown_sheet_that_proves_spoiled() throws Exception {
        awaitOnline();
        Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, print("unplug", Map.of()));
        act("replug");
        awaitOnline();
        assertInstanceOf(Sheet.Jammed.class, follow(unknown.job()));
        assertEquals(0, documents());
    }

    @Test
    void a_slow_printer_is_waited_for_and_noise_is_never_a_sheet() throws Exception {
        awaitOnline();
        far().act("slow", Map.of("millis", "250"));
        assertInstanceOf(Sheet.Out.class, print());
        act("clear");
        act("noise");
        Sheet sheet = print();
        assertTrue(sheet instanceof Sheet.Refused || sheet instanceof Sheet.Unknown, sheet::toString);
        act("clear");
        awaitOnline();
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(2, documents());
    }

    @Test
    void a_job_nobody_knows_stays_unknown() throws Exception {
        awaitOnline();
        assertInstanceOf(Sheet.Unknown.class, follow("999"));
        assertInstanceOf(Sheet.Unknown.class, follow(""));
    }

    @Test
    void paper_that_ends_half_way_and_comes_too_late_is_a_job_taken_back() throws Exception {
        awaitOnline();
        CompletableFuture<Sheet> sheet = begin(seconds(2));
        awaitPrinting();
        fault("media-empty");
        assertInstanceOf(Sheet.Jammed.class, end(sheet));
        act("refill");
        awaitMedia(Media.FULL);
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, documents(), "the first must not follow: its person has gone");
    }

    @Test
    void what_an_earlier_life_left_at_the_printer_is_taken_back_before_anything_else() throws Exception {
        awaitOnline();
        CompletableFuture<Sheet> sheet = begin(seconds(20));
        awaitPrinting();
        fault("cover-open");
        Await.fact("the printer stops", this::told, () -> !printing());
        keeper().reset();
        assertInstanceOf(Sheet.Unknown.class, end(sheet));
        Await.fact("opened again", this::told, () -> keeper().state().status() == Status.USER_ERROR);
        act("clear");
        awaitOnline();
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, documents());
    }

    @Test
    void whoever_comes_second_is_told_that_it_is_busy_and_disturbs_nothing() throws Exception {
        awaitOnline();
        CompletableFuture<Sheet> first = begin(seconds(20));
        awaitPrinting();
        Sheet second = end(begin(Patience.ofMillis(100)));
        assertEquals(
                Fault.Kind.BUSY,
                assertInstanceOf(Sheet.Refused.class, second).fault().kind());
        assertInstanceOf(Sheet.Out.class, end(first));
        act("busy");
        assertEquals(Fault.Kind.BUSY, refused().kind());
        assertEquals(1, documents());
    }

    @Test
    void sheets_are_counted_by_the_printer_or_not_at_all() throws Exception {
        awaitOnline();
        act("uncounted");
        assertEquals(0, assertInstanceOf(Sheet.Out.class, print()).sheets(), "nobody counted");
        assertFalse(abilities().contains(Ability.COUNT_SHEETS));
        far().act("uncounted", Map.of("on", "false"));
        assertEquals(1, assertInstanceOf(Sheet.Out.class, print()).sheets());
        assertTrue(abilities().contains(Ability.COUNT_SHEETS));
    }

    @Test
    void toner_and_exit_are_told_before_anybody_prints() throws Exception {
        awaitSpot(Spot.TONER, Media.FULL);
        far().act("toner", Map.of("percent", "7"));
        awaitSpot(Spot.TONER, Media.LOW);
        far().act("toner", Map.of("percent", "0"));
        awaitSpot(Spot.TONER, Media.OUT);
        assertEquals(Fault.Kind.MEDIA, refused().kind());
        far().act("toner", Map.of("percent", "80"));
        fault("output-area-full");
        awaitSpot(Spot.EXIT, Media.FULL);
        assertEquals(Fault.Kind.MEDIA, refused().kind());
        assertEquals(0, sheets());
    }

    private Set<Ability> abilities() {
        return keeper().peek(SheetPrinter::abilities).orElse(Set.of());
    }

    private void awaitSpot(Spot spot, Media media) {
        Await.fact(
                spot + " " + media,
                this::told,
                () -> keeper().state().supplies().get(spot) == media);
    }
}
