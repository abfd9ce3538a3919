package io.zizhu.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.Way;
import io.zizhu.sim.peer.pay.Booking;
import io.zizhu.sim.peer.zvt.ZvtPeer;
import io.zizhu.tck.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * A payment that was approved at a real wire while the terminal lost its power, then the pad's end of day, then the
 * restart: the counter, the shipped driver in its keeper, and the pad's own book, which is the truth.
 */
@Tag("story")
class PadDayTest {
    private static final long FEE = ChanceCentre.FEE;
    private static final Duration QUESTION = Duration.ofSeconds(3);
    private static final Duration BY_HAND = Duration.ofSeconds(30);
    private static final String RENEWAL = "id-card-renewal";

    @TempDir
    private Path folder;

    private final ZvtPeer pad = new ZvtPeer(0);
    private final ChanceCentre centre = new ChanceCentre(1);
    private PadDevices devices;
    private Shift shift;

    /** A run that is cut off complains that its journal is closed, as it should. */
    @BeforeAll
    static void be_quiet() {
        ((Logger) LoggerFactory.getLogger("io.zizhu")).setLevel(Level.OFF);
    }

    @AfterAll
    static void be_heard() {
        ((Logger) LoggerFactory.getLogger("io.zizhu")).setLevel(null);
    }

    @BeforeEach
    void one_citizen_has_paid_before() throws Exception {
        centre.steady(true);
        pad.act("auto", Map.of("do", "tap"));
        begin();
        assertTrue(shift.visit(RENEWAL, ""));
        assertEquals(FEE, pad.ledger().taken());
        sumIsRight();
    }

    @AfterEach
    void close() {
        shift.ends();
        pad.close();
    }

    private void begin() throws IOException {
        devices = online();
        shift = new Shift(folder, devices, centre, QUESTION, _ -> false);
    }

    private PadDevices online() {
        PadDevices fresh = new PadDevices(pad);
        Await.fact("online", pad::state, () -> fresh.keeper().ways().contains(Way.CARD));
        return fresh;
    }

    /** The power fails when the pad has booked and not yet told. */
    private void cutAtThePad(String then) throws Exception {
        pad.act("hold", Map.of("then", then));
        assertFalse(shift.visit(RENEWAL, "pay"));
        Await.fact("booked", pad::state, () -> pad.ledger().approvals() == 2 && pad.state() == Status.DEVICE_BUSY);
        shift.journal.close();
        shift.isCutOff();
        Await.fact("hung up", pad::state, () -> pad.state() != Status.DEVICE_BUSY);
    }

    /** By the same driver, as staff do it. */
    private void endOfDay() {
        PadDevices staff = online();
        DayEnd end = staff.keeper().endOfDay(Way.CARD, Patience.of(BY_HAND));
        staff.gone();
        assertInstanceOf(DayEnd.Closed.class, end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "void", "forget"})
    void on_the_same_day_what_was_taken_for_nothing_is_reversed(String then) throws Exception {
        cutAtThePad(then);
        begin();
        told();
        assertEquals(FEE, pad.ledger().taken());
        assertEquals(then.equals("keep") ? 1 : 0, count(Booking.State.REVERSED));
        assertEquals(List.of(), doubts());
        sumIsRight();
    }

    @ParameterizedTest
    @CsvSource({"void, VOIDED", "forget, FORGOTTEN"})
    void after_the_day_was_closed_a_pad_that_undid_it_itself_is_not_told_to(String then, Booking.State became)
            throws Exception {
        cutAtThePad(then);
        endOfDay();
        begin();
        told();
        assertEquals(1, count(became));
        assertFalse(wrote(Kinds.REVERSE, "done"));
        assertEquals(List.of(), doubts());
        sumIsRight();
    }

    @Test
    void after_the_day_was_closed_money_goes_back_as_a_refund_to_its_own_card_and_never_by_reversal() throws Exception {
        cutAtThePad("keep");
        endOfDay();
        begin();
        told();
        assertTrue(wrote(Kinds.REVERSE, "refused"));
        assertTrue(wrote(Kinds.REFUND, "in doubt"));
        assertEquals(0, count(Booking.State.REVERSED));
        assertEquals(0, count(Booking.State.PAID_OUT), "nobody is there whose card it could be");
        assertEquals(2 * FEE, pad.ledger().taken());
        assertTrue(
                doubts().getFirst().contains("reversal refused (B5), refund: Failed")
                        && doubts().getFirst().contains("only with the card that paid"),
                doubts()::toString);
        sumIsRight();

        assertInstanceOf(Undo.Done.class, itsOwnerComes(new Receipt("", "0002", "", Amount.fen(FEE), "")));
        shift.journal
                .open()
                .forEach(doubt -> shift.journal.outcome(
                        doubt.intent(), Entry.of(Kinds.DOUBT, Map.of("result", "refunded to its owner"))));
        assertEquals(1, count(Booking.State.PAID_OUT));
        sumIsRight();
        assertTrue(shift.visit(RENEWAL, ""), "the pad is free again");
        sumIsRight();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_pad_that_has_forgotten_everything_leaves_a_doubt_and_its_money_alone(boolean dayClosed) throws Exception {
        cutAtThePad("wiped");
        if (dayClosed) {
            endOfDay();
        }
        begin();
        told();
        assertEquals(2 * FEE, pad.ledger().taken());
        assertTrue(doubts().getFirst().contains("the pad does not repeat its receipt: FF"), doubts()::toString);
        assertFalse(wrote(Kinds.REVERSE, "done"));
        sumIsRight();
    }

    @Test
    void a_pad_that_answers_for_another_receipt_is_not_believed_and_nothing_is_given_back() throws Exception {
        cutAtThePad("keep");
        PadDevices clerk = online();
        assertInstanceOf(Charge.Approved.class, clerk.keeper().charge(Way.CARD, Amount.fen(55), Patience.of(BY_HAND)));
        clerk.gone();
        begin();
        told();
        assertEquals(2 * FEE + 55, pad.ledger().taken());
        assertTrue(doubts().getFirst().contains("receipt 0003 is of another amount"), doubts()::toString);
        assertTrue(wrote(Kinds.CHARGE, "unknown"));
        assertEquals(0, count(Booking.State.REVERSED));
    }

    private Undo itsOwnerComes(Receipt receipt) throws Exception {
        try (var lease =
                devices.keeper().lease(PadDevices.PAD, "staff", BY_HAND).orElseThrow()) {
            Patience patience = Patience.of(BY_HAND);
            return lease.ask(
                    patience,
                    device -> ((PayPad) device).refund(receipt, patience),
                    missed -> new Undo.Failed(missed.fault()));
        }
    }

    /** Everything the centre has to hear is told; what is left waits for a person. */
    private void told() {
        Await.fact("told", shift.journal::open, () -> {
            shift.counter.tellCentre();
            return shift.journal.open().stream()
                    .allMatch(open -> open.entry().kind().equals(Kinds.DOUBT));
        });
    }

    /** Σ approved − Σ reversed − Σ refunded, of the pad's own book = fees the centre has as paid + open doubts. */
    private void sumIsRight() {
        assertEquals(centre.paid() + FEE * doubts().size(), pad.ledger().taken());
        assertTrue(doubts().size() <= 1, doubts()::toString);
    }

    private List<String> doubts() {
        return shift.journal.open().stream()
                .map(Journal.Open::entry)
                .filter(entry -> entry.kind().equals(Kinds.DOUBT)
                        && "payment".equals(entry.open().get("kind")))
                .map(entry -> entry.open().getOrDefault("reason", ""))
                .toList();
    }

    private boolean wrote(String kind, String result) {
        return shift.journal.rows(Instant.EPOCH, Instant.now().plusSeconds(60)).stream()
                .anyMatch(row -> row.kind().equals(kind)
                        && row.of().isPresent()
                        && result.equals(row.open().get("result")));
    }

    private long count(Booking.State state) {
        return pad.ledger().all().stream()
                .filter(booking -> booking.state() == state)
                .count();
    }
}
