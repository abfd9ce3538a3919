package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.SheetPrinter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every driver of an A4 printer keeps, sheets counted at the far end. Each scenario runs the driver inside a keeper
 * against a fresh pretend printer that a subclass plugs in and plays.
 */
public abstract class SheetPrinterKit {
    /** One empty A4 page. */
    protected static final byte[] PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """.getBytes(StandardCharsets.US_ASCII);

    private Trial<SheetPrinter> printer;

    /** A fresh printer with paper in its tray. */
    protected abstract void plugIn();

    protected abstract void takeAway();

    protected abstract Driver driver();

    protected abstract Binding binding();

    /** A job is being printed. */
    protected abstract boolean printing();

    /**
     * One word of {@code unplug replug hang noise slow clear refill abort lose}, or a reason such as {@code media-empty}.
     */
    protected abstract void act(String act);

    /** From now on it takes job and document only in one request. */
    protected abstract void plain();

    /** Whole documents that came out. */
    protected abstract int documents();

    /** Sheets of paper used, spoiled ones included. */
    protected abstract int sheets();

    @BeforeEach
    void open_a_fresh_printer() {
        plugIn();
        printer = new Trial<>(SheetPrinter.class, driver(), binding());
        printer.awaitOnline();
    }

    @AfterEach
    void put_it_away() {
        printer.close();
        takeAway();
    }

    private static Patience seconds(int seconds) {
        return Patience.of(Duration.ofSeconds(seconds));
    }

    private Trial.Pending<Sheet> begin(Patience patience) {
        return printer.begin(
                device -> device.print("certificate", PDF, patience),
                patience,
                missed -> missed.begun() ? new Sheet.Unknown("", missed.fault()) : new Sheet.Refused(missed.fault()));
    }

    private Sheet print() throws Exception {
        return begin(seconds(20)).end();
    }

    private Sheet follow(String job) {
        return printer.ask(device -> device.follow(job, seconds(5)), seconds(5));
    }

    private Fault refused() throws Exception {
        return assertInstanceOf(Sheet.Refused.class, print()).fault();
    }

    private void awaitMedia(Media media) {
        Trial.await(
                "the paper to be " + media + ", it is " + printer.state(),
                () -> printer.state().media() == media);
    }

    @Test
    void a_document_comes_out_once_and_is_told_by_its_job() throws Exception {
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
        plain();
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, documents());
    }

    @Test
    void without_paper_it_refuses_says_so_and_prints_after_a_refill() throws Exception {
        act("media-empty");
        assertEquals(Fault.Kind.MEDIA, refused().kind());
        awaitMedia(Media.OUT);
        assertEquals(Status.ONLINE, printer.state().status());
        assertEquals(0, sheets());
        act("refill");
        awaitMedia(Media.FULL);
        assertInstanceOf(Sheet.Out.class, print());
    }

    @Test
    void an_open_cover_and_spent_toner_refuse_before_a_sheet_is_used() throws Exception {
        act("cover-open");
        Fault fault = refused();
        assertEquals(Fault.Kind.MEDIA, fault.kind());
        assertTrue(fault.detail().contains("cover-open"), fault::detail);
        Trial.await("the state to tell", () -> printer.state().status() == Status.USER_ERROR);
        act("clear");
        act("toner-empty");
        assertEquals(Fault.Kind.MEDIA, refused().kind());
        act("clear");
        act("media-low");
        awaitMedia(Media.LOW);
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, sheets());
    }

    @Test
    void a_jam_spoils_the_sheet_and_the_job_is_taken_back_so_that_it_never_comes_out_later() throws Exception {
        Trial.Pending<Sheet> sheet = begin(seconds(20));
        Trial.await("the printer to print", this::printing);
        act("media-jam");
        Sheet.Jammed jammed = assertInstanceOf(Sheet.Jammed.class, sheet.end());
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
        Trial.Pending<Sheet> sheet = begin(seconds(20));
        Trial.await("the printer to print", this::printing);
        act("abort");
        assertInstanceOf(Sheet.Jammed.class, sheet.end());
        assertEquals(0, documents());
    }

    @Test
    void paper_that_is_put_back_while_the_job_waits_lets_it_come_out() throws Exception {
        Trial.Pending<Sheet> sheet = begin(seconds(20));
        Trial.await("the printer to print", this::printing);
        act("cover-open");
        Trial.await("the printer to stop", () -> !printing());
        act("clear");
        assertInstanceOf(Sheet.Out.class, sheet.end());
        assertEquals(1, documents());
    }

    @Test
    void a_caller_who_gives_up_takes_the_job_back() throws Exception {
        Patience patience = seconds(60);
        Trial.Pending<Sheet> sheet = begin(patience);
        Trial.await("the printer to print", this::printing);
        patience.cancel();
        assertInstanceOf(Sheet.Jammed.class, sheet.end());
        assertEquals(0, documents());
    }

    @Test
    void an_answer_that_is_lost_is_asked_for_and_nothing_is_sent_twice() throws Exception {
        act("lose");
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(1, documents());
    }

    @Test
    void an_answer_that_is_lost_with_the_job_number_stays_unknown_and_nothing_is_sent_twice() throws Exception {
        plain();
        act("lose");
        Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, print());
        Trial.await("the document to come out", () -> documents() == 1);
        assertInstanceOf(Sheet.Unknown.class, follow(unknown.job()));
        assertEquals(1, documents());
    }

    @Test
    void a_printer_that_hangs_leaves_an_unknown_sheet_that_can_be_followed() throws Exception {
        Trial.Pending<Sheet> sheet = begin(seconds(4));
        Trial.await("the printer to print", this::printing);
        act("hang");
        Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, sheet.end());
        assertFalse(unknown.job().isBlank());
        printer.awaitAway();
        Trial.await("the document to come out", () -> documents() == 1);
        act("clear");
        printer.awaitOnline();
        assertInstanceOf(Sheet.Out.class, follow(unknown.job()));
        assertEquals(1, documents());
    }

    @Test
    void an_unplugged_printer_refuses_and_comes_back() throws Exception {
        act("unplug");
        assertInstanceOf(Sheet.Refused.class, print());
        printer.awaitAway();
        act("replug");
        printer.awaitOnline();
        assertInstanceOf(Sheet.Out.class, print());
    }

    @Test
    void a_printer_that_is_unplugged_while_it_prints_leaves_an_unknown_sheet_that_proves_spoiled() throws Exception {
        Trial.Pending<Sheet> sheet = begin(seconds(20));
        Trial.await("the printer to print", this::printing);
        act("unplug");
        Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, sheet.end());
        act("replug");
        printer.awaitOnline();
        assertInstanceOf(Sheet.Jammed.class, follow(unknown.job()));
        assertEquals(0, documents());
    }

    @Test
    void a_slow_printer_is_waited_for_and_noise_is_never_a_sheet() throws Exception {
        act("slow");
        assertInstanceOf(Sheet.Out.class, print());
        act("clear");
        act("noise");
        Sheet sheet = print();
        assertTrue(sheet instanceof Sheet.Refused || sheet instanceof Sheet.Unknown, sheet::toString);
        act("clear");
        printer.awaitOnline();
        assertInstanceOf(Sheet.Out.class, print());
        assertEquals(2, documents());
    }

    @Test
    void a_job_nobody_knows_stays_unknown() {
        assertInstanceOf(Sheet.Unknown.class, follow("999"));
        assertInstanceOf(Sheet.Unknown.class, follow(""));
    }
}
