package io.zizhu.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zizhu.device.printer.Slip;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Visits by the thousand: devices and centre fail by chance, people give up, the terminal is cut off in the middle of a
 * visit and starts again. No ledger may drift, and nothing may grow but the journal, by so much a visit.
 */
@Tag("story")
class SoakTest {
    private static final long SEED = Long.getLong("zizhu.soak.seed", 4);
    private static final List<String> ITEMS = List.of("id-card-renewal", "no-criminal-record");
    private static final List<String> SCENES = List.of("face", "check", "wait", "pay", "issue", "outcome", "rate");
    private static final Set<String> FOR_STAFF = Set.of(Kinds.DOUBT, Kinds.PENDING);
    private static final int REST_EVERY = 200;
    private static final Duration SETTLE = Duration.ofMillis(5);
    private static final int PACK = 100_000;
    /** How many millimetres of the roll an empty slip is. */
    private static final int SLIP = new Slip(List.of()).millimetres();

    private static final long HEAP_GROWTH = 8 << 20;
    private static final int THREAD_GROWTH = 4;
    private static final int DESCRIPTOR_GROWTH = 4;
    private static final long BYTES_A_VISIT = 16 << 10;

    /** Runs that are cut off complain that their journal is closed, as they should, hundreds of times. */
    @BeforeAll
    static void be_quiet() {
        ((Logger) LoggerFactory.getLogger("io.zizhu")).setLevel(Level.OFF);
    }

    @AfterAll
    static void be_heard() {
        ((Logger) LoggerFactory.getLogger("io.zizhu")).setLevel(null);
    }

    private final Random random = new Random(SEED);
    private final ChancePad pad = new ChancePad(SEED);
    private final ChanceTray sheets = new ChanceTray(SEED + 1);
    private final ChanceTray slips = new ChanceTray(SEED + 2);
    private final ChanceCentre centre = new ChanceCentre(SEED);
    private int cuts;

    @TempDir
    private Path folder;

    @Test
    void two_hundred_visits_leave_every_ledger_right() throws IOException {
        soak(200, 8);
    }

    @Tag("thorough")
    @Test
    void ten_thousand_visits_leave_every_ledger_right_and_nothing_grows() throws IOException {
        soak(10_000, 100); // a start reads the journal's last three hours, which are all of it here
    }

    private void soak(int visits, int cutEvery) throws IOException {
        long began = System.nanoTime();
        Shift shift = begin();
        load(shift.journal, "a4", PACK);
        load(shift.journal, "roll", PACK * SLIP);
        Weight early = Weight.of(folder);
        for (int visit = 1; visit <= visits; visit++) {
            shift = one(shift, visit, visit % cutEvery == 0);
            inOrder(shift);
            if (visit == visits / 10) {
                early = Weight.of(folder);
            }
        }
        Weight late = Weight.of(folder);
        assertTrue(shift.journal.verify() instanceof ChainHead.Walked.Whole, "the chain is torn");
        shift.ends();
        tell(visits, early, late, Duration.ofNanos(System.nanoTime() - began));
        assertTrue(late.heap() - early.heap() < HEAP_GROWTH, "the heap grows: " + early + " " + late);
        assertTrue(late.threads() - early.threads() <= THREAD_GROWTH, "threads grow: " + early + " " + late);
        assertTrue(
                late.descriptors() - early.descriptors() <= DESCRIPTOR_GROWTH,
                "descriptors grow: " + early + " " + late);
        assertTrue((late.disk() - early.disk()) / (visits - visits / 10) < BYTES_A_VISIT, "the journal grows: " + late);
    }

    private Shift begin() throws IOException {
        var devices = new ChanceDevices(pad, sheets, slips, random.nextLong());
        Random leaving = new Random(random.nextLong());
        return new Shift(folder, devices, centre, SETTLE, _ -> leaving.nextInt(100) < 2);
    }

    private Shift one(Shift shift, int visit, boolean cut) throws IOException {
        String item = ITEMS.get(random.nextInt(ITEMS.size()));
        boolean whole = shift.visit(item, cut ? SCENES.get(random.nextInt(SCENES.size())) : "");
        if (!whole) {
            cuts++;
            shift.isCutOff();
            Shift next = begin();
            recount(next.journal, "a4", sheets, 1);
            recount(next.journal, "roll", slips, SLIP);
            return next;
        }
        if (visit % REST_EVERY == 0) {
            shift.ends();
            return begin();
        }
        return shift;
    }

    /** The centre has heard everything, the sums are right, and the staff have decided what waited for them. */
    private void inOrder(Shift shift) {
        SqliteJournal journal = shift.journal;
        centre.steady(true);
        await(journal, () -> {
            shift.counter.tellCentre();
            return journal.open().stream()
                    .allMatch(open -> FOR_STAFF.contains(open.entry().kind()));
        });
        List<Journal.Open> doubts = journal.open().stream()
                .filter(open -> open.entry().kind().equals(Kinds.DOUBT))
                .toList();
        long listed = ChanceCentre.FEE
                * doubts.stream()
                        .filter(open -> "payment".equals(open.entry().open().get("kind")))
                        .count();
        long over = pad.taken() - centre.paid();
        assertTrue(over >= 0 && over <= listed, () -> over + " fen too much at the pad, listed are " + listed);
        assertEquals(PACK - sheets.used(), journal.left("a4"));
        assertEquals((PACK - slips.used()) * SLIP, journal.left("roll"));
        decide(shift, doubts);
        List<ChainRow> rows = journal.after(journal.acknowledged(), 1000);
        if (!rows.isEmpty()) {
            journal.acknowledge(rows.getLast().seq());
        }
        centre.steady(false);
    }

    private void decide(Shift shift, List<Journal.Open> doubts) {
        if (doubts.isEmpty()) {
            return;
        }
        pad.cleared(centre.receipts());
        doubts.forEach(doubt ->
                shift.journal.outcome(doubt.intent(), Entry.of(Kinds.DOUBT, Map.of("result", "decided by the soak"))));
        await(shift.journal, () -> {
            shift.counter.tellCentre();
            return shift.journal.open().isEmpty();
        });
        assertEquals(centre.paid(), pad.taken());
    }

    /** A sheet that was under way when the terminal was cut off may have used paper that no row knows: staff count. */
    private static void recount(Journal journal, String supply, ChanceTray tray, int each) {
        int unknown = journal.left(supply) - (PACK - tray.used()) * each;
        assertTrue(unknown >= 0 && unknown <= each, () -> unknown + " of " + supply + " went at one cut");
        if (unknown > 0) {
            load(journal, supply, -unknown);
        }
    }

    private static void load(Journal journal, String supply, int change) {
        journal.note(VisitId.NONE, Entry.of("loaded", Map.of("supply", supply)).using(supply, change));
    }

    private static void await(Journal journal, BooleanSupplier fact) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "left open: " + journal.open());
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void tell(int visits, Weight early, Weight late, Duration took) {
        System.out.printf(
                "soak: %d visits by seed %d, %d of them cut off, in %.1f s; from visit %d on: heap %+d KiB, threads"
                        + " %+d, descriptors %+d, journal %d bytes a visit%n",
                visits,
                SEED,
                cuts,
                took.toMillis() / 1000.0,
                visits / 10,
                (late.heap() - early.heap()) / 1024,
                late.threads() - early.threads(),
                late.descriptors() - early.descriptors(),
                (late.disk() - early.disk()) / (visits - visits / 10));
    }
}
