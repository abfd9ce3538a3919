package io.zizhu.service.visit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.service.flow.Effect;
import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.port.Way;
import io.zizhu.service.visit.ModelPad.Fate;
import io.zizhu.service.visit.ModelPad.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Money against a simple oracle, whatever happens in whatever order: payments of every fate by card and by order, power cuts
 * at any row, word or act of the pad, another thread that asks and tells in between, lines down and up, a centre away, deaf
 * or refusing, ends of day, payments by hand at the same pad, staff who settle. What stands in the pad's ledger is always the
 * fee of a case that is paid or being told so, or in an open doubt with its reason; no case has two.
 */
class MoneyModelTest {
    static final Amount FEE = Amount.fen(2000);
    private static final int COMMANDS = 14;
    private static final int STEPS_OF_A_PAYMENT = 30;
    private static final int STEPS_OF_A_QUESTION = 12;
    private static final int ROWS_OF_A_PAYMENT = 10;

    @Test
    void no_order_of_payments_cuts_and_losses_loses_or_doubles_money() {
        run(new Random().nextLong(1L << 40), 6_000);
    }

    @Test
    @Tag("thorough")
    void nor_do_fifty_times_as_many() {
        run(new Random().nextLong(1L << 40), 300_000);
    }

    private static void run(long first, int sequences) {
        Map<String, Integer> ends = new HashMap<>();
        for (long seed = first; seed < first + sequences; seed++) {
            var sequence = new Sequence(seed);
            try {
                sequence.run();
                sequence.ends.forEach((end, count) -> ends.merge(end, count, Integer::sum));
            } catch (RuntimeException | AssertionError wrong) {
                throw new AssertionError("seed " + seed + ": " + String.join("; ", sequence.log), wrong);
            }
        }
        for (String end : List.of("PAID", "WITHDRAWN", "by hand", "refunded", "cut")) {
            assertTrue(
                    ends.getOrDefault(end, 0) > sequences / 300, "seed " + first + " hardly met " + end + ": " + ends);
        }
    }

    private static final class Sequence {
        final List<String> log = new ArrayList<>();
        final Map<String, Integer> ends = new HashMap<>();
        private final FakeJournal journal = new FakeJournal();
        private final Fuse fuse = new Fuse(journal);
        private final ModelCentre centre = new ModelCentre(fuse);
        private final Random random;
        private final ModelPad pad;
        private final MoneyOracle oracle;
        private int visits;
        private Room room;

        Sequence(long seed) {
            random = new Random(seed);
            pad = new ModelPad(fuse, random.nextBoolean());
            pad.undoLost = random.nextBoolean();
            oracle = new MoneyOracle(journal, pad, centre);
            room = fresh();
        }

        private Room fresh() {
            return new Room(journal, pad, centre, Duration.ofNanos(20_000));
        }

        void run() {
            for (int i = 0; i < COMMANDS; i++) {
                command();
                oracle.sumsAreRight();
            }
            everythingIsBack();
            oracle.sumsAreRight();
            oracle.nothingIsForgotten();
            oracle.theJournalIsTrue();
            oracle.nothingIsOpenTwice();
            countEnds();
        }

        private void command() {
            switch (random.nextInt(14)) {
                case 0, 1, 2, 3 -> perhapsCut(STEPS_OF_A_PAYMENT, this::pay);
                case 4 -> perhapsCut(STEPS_OF_A_QUESTION, room.unfinished()::again);
                case 5 -> restart("restart");
                case 6 -> log("link " + (pad.linkUp = random.nextInt(3) > 0));
                case 7 -> log("centre away " + (centre.away = random.nextInt(3) == 0));
                case 8 -> log("answers lost " + (centre.answersLost = random.nextInt(3) == 0));
                case 9 -> {
                    log("end of day");
                    pad.endOfDay();
                }
                case 10 -> log("undo lost " + (pad.undoLost = !pad.undoLost));
                case 11 -> log("centre refuses " + (centre.refuses = random.nextInt(3) == 0));
                case 12 -> {
                    log("by hand at the pad");
                    pad.byHand(random.nextBoolean());
                }
                default -> staff();
            }
        }

        /** Every second time the power fails somewhere within, and perhaps again while the terminal finishes what is open. */
        private void perhapsCut(int steps, Runnable command) {
            fuse.set(random.nextBoolean() ? random.nextInt(steps) : -1);
            try {
                command.run();
                fuse.set(-1);
            } catch (Journal.Broken cut) {
                log(cut.getMessage());
                ends.merge("cut", 1, Integer::sum);
                restart("comes back");
            }
        }

        private void restart(String how) {
            boolean overnight = random.nextInt(3) == 0;
            if (overnight) {
                pad.endOfDay();
            }
            log(how + (overnight ? " the next day" : ""));
            boolean done = false;
            while (!done) {
                fuse.set(random.nextInt(3) == 0 ? random.nextInt(STEPS_OF_A_QUESTION) : -1);
                room = fresh();
                try {
                    room.unfinished().finish();
                    done = true;
                } catch (Journal.Broken cut) {
                    log(cut.getMessage() + " again");
                }
            }
            fuse.set(-1);
        }

        /** One visit up to the payment and away again, by the rows and words that the flow has for it. */
        private void pay() {
            String caseNumber = "C-" + ++visits;
            VisitId visit = new VisitId("v" + caseNumber);
            perhapsSomebodyElse();
            long row = journal.intent(visit, Entry.of(Kinds.VISIT, Map.of("item", "renewal")));
            long accept = journal.intent(visit, Entry.of(Kinds.ACCEPT, Map.of("key", caseNumber)));
            if (centre.away) {
                journal.outcome(accept, Entry.of(Kinds.ACCEPT, Map.of("result", "away")));
            } else {
                centre.cases.put(caseNumber, ModelCentre.State.ACCEPTED); // and the answer may be lost with the power
                journal.outcome(
                        accept,
                        Entry.of(Kinds.ACCEPT, Map.of("result", "accepted", "case", caseNumber, "fee", "2000")));
                charge(visit, caseNumber, 3);
            }
            journal.outcome(row, Entry.of(Kinds.VISIT, Map.of("ending", "done")));
        }

        /** The line comes back meanwhile, and its thread asks and tells what is open. */
        private void perhapsSomebodyElse() {
            Room now = room;
            if (random.nextInt(3) == 0) {
                fuse.meanwhile(
                        random.nextInt(ROWS_OF_A_PAYMENT),
                        () -> Thread.holdsLock(now.doubts()),
                        now.unfinished()::again);
            }
        }

        private void charge(VisitId visit, String caseNumber, int tries) {
            pad.fate = random.nextInt(3) == 0 ? Fate.APPROVED : Fate.values()[random.nextInt(Fate.values().length)];
            pad.caseNumber = caseNumber;
            Way way = random.nextInt(4) == 0 ? Way.CODE : Way.CARD;
            log("pay " + caseNumber + " " + way + " " + pad.fate);
            boolean blocked = room.doubts().blockPaying();
            int before = pad.ledger.size();
            Charge charge = room.till().charge(visit, new Effect.Pay(way, FEE, caseNumber), Patience.ofMillis(1));
            assertTrue(!blocked || pad.ledger.size() == before, "charged while a payment is in doubt");
            switch (charge) {
                case Charge.Approved _ -> {}
                case Charge.Unknown unknown ->
                    room.doubts()
                            .open(
                                    visit,
                                    Doubts.PAYMENT,
                                    caseNumber,
                                    unknown.fault().toString());
                case Charge.Declined _ when tries > 1 -> charge(visit, caseNumber, tries - 1);
                case Charge.Declined _, Charge.Cancelled _, Charge.Failed _ -> {
                    room.teller().withdraw(visit, caseNumber, "not paid", false);
                    room.teller().tell();
                }
            }
        }

        /** Staff compare the pad's own list with the cases in doubt, give back by hand what stands for nothing, and say so. */
        private void staff() {
            log("staff settle");
            pad.finishes();
            for (Journal.Open open : journal.open()) {
                if (open.entry().kind().equals(Kinds.DOUBT)) {
                    String caseNumber = open.entry().open().getOrDefault("case", "");
                    oracle.standing(caseNumber).forEach(booking -> {
                        booking.state = State.BY_HAND;
                        ends.merge("by hand", 1, Integer::sum);
                    });
                    oracle.settled(caseNumber);
                    journal.outcome(open.intent(), Entry.of(Kinds.DOUBT, Map.of("result", "settled")));
                }
            }
        }

        private void everythingIsBack() {
            log("all is back");
            pad.linkUp = true;
            centre.away = false;
            centre.answersLost = false;
            centre.refuses = false;
            pad.undoLost = false;
            restart("and started again");
            for (int i = 0;
                    i < 5;
                    i++) { // a pad that was busy ends its payment, then tells it, then is told to undo it
                room.unfinished().again();
            }
        }

        private void countEnds() {
            centre.cases.values().forEach(state -> ends.merge(state.name(), 1, Integer::sum));
            pad.ledger.stream()
                    .filter(booking -> booking.state == State.REFUNDED)
                    .forEach(_ -> ends.merge("refunded", 1, Integer::sum));
        }

        private void log(String what) {
            log.add(what);
        }
    }
}
