package io.zizhu.service.visit;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.service.port.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pad, and an office that takes orders, in one ledger that is the truth: what stands in it was taken from somebody. Told
 * beforehand how the next charge ends. A card pad counts its receipts and knows the last one; an order has its number
 * before it is paid and is found by it.
 */
final class ModelPad extends FakeDevices {
    private static final Fault DOWN = new Fault(Fault.Kind.LOST, "the line is down");
    private static final Fault BUSY = new Fault(Fault.Kind.BUSY, "a card is in the pad");

    /** How a charge ends at the pad, and what is heard of it. */
    enum Fate {
        APPROVED,
        DECLINED,
        TIMED_OUT,
        NEVER_BEGUN,
        LOST_BEFORE,
        /** The line is lost after the booking, which the pad keeps. */
        LOST_KEEPS,
        /** … which the pad takes back by itself, its count as before. */
        LOST_VOIDS,
        /** … which the pad takes back by itself, and its last receipt is the reversal. */
        LOST_VOIDS_WITH_RECEIPT,
        /** … of which the pad can tell nothing any more. */
        LOST_FORGETS,
        /** The pad is still at it when it is asked first, and books later. */
        LATE,
        /** The pad books and answers with the receipt before, the office with another order. */
        OLD_RECEIPT,
        /** The pad books and answers with another amount. */
        OTHER_AMOUNT,
        /** The pad books and answers in another terminal's name. */
        OTHER_TERMINAL
    }

    enum State {
        STANDS,
        VOIDED,
        REVERSED,
        REFUNDED,
        /** Given back by staff, by hand. */
        BY_HAND
    }

    /** One payment; one without a case was made by hand at the pad and is nobody's here. */
    static final class Booking {
        final String caseNumber;
        final Receipt receipt;
        State state = State.STANDS;
        boolean dayClosed;

        Booking(String caseNumber, Receipt receipt) {
            this.caseNumber = caseNumber;
            this.receipt = receipt;
        }
    }

    final List<Booking> ledger = new ArrayList<>();
    private final Fuse fuse;
    private final boolean refunds;
    Fate fate = Fate.APPROVED;
    /** Whose charge comes next; the pad does not know, the ledger does. */
    String caseNumber = "";

    boolean linkUp = true;
    boolean undoLost;
    private int count = 100;
    private Receipt last = new Receipt("T1", "100", "", MoneyModelTest.FEE, "");
    private boolean forgotten;
    private boolean lastIsUndo;
    private int busyFor;
    private String charging = "";
    private Way way = Way.CARD;
    private int orders;

    ModelPad(Fuse fuse, boolean refunds) {
        this.fuse = fuse;
        this.refunds = refunds;
    }

    @Override
    public synchronized Optional<Mark> mark(Way way, Patience patience) {
        fuse.burn("mark");
        if (!linkUp || busyFor > 0) {
            return Optional.empty();
        }
        return Optional.of(new Mark("T1", way == Way.CARD ? String.valueOf(count) : "o" + ++orders, ""));
    }

    @Override
    public Charge charge(Way by, Amount amount, Patience patience) {
        fuse.burn("charge");
        way = by;
        charging = caseNumber;
        forgotten = false;
        Charge charge = end(amount);
        fuse.burn("charged");
        return charge;
    }

    private Charge end(Amount amount) {
        return switch (fate) {
            case APPROVED -> new Charge.Approved(book(amount).receipt);
            case DECLINED -> new Charge.Declined("05");
            case TIMED_OUT -> new Charge.Cancelled();
            case NEVER_BEGUN -> new Charge.Failed(DOWN);
            case LOST_BEFORE -> lost();
            case LOST_KEEPS -> {
                book(amount);
                yield lost();
            }
            case LOST_VOIDS -> {
                book(amount).state = State.VOIDED;
                count -= way == Way.CARD ? 1 : 0;
                yield lost();
            }
            case LOST_VOIDS_WITH_RECEIPT -> {
                book(amount).state = State.VOIDED;
                count += way == Way.CARD ? 1 : 0;
                lastIsUndo = way == Way.CARD;
                yield lost();
            }
            case LOST_FORGETS -> {
                book(amount);
                forgotten = true;
                yield lost();
            }
            case LATE -> {
                busyFor = 3;
                yield lost();
            }
            case OLD_RECEIPT -> bookedAsBefore(amount);
            case OTHER_AMOUNT ->
                new Charge.Approved(new Receipt("T1", book(amount).receipt.number(), "", Amount.fen(1), ""));
            case OTHER_TERMINAL ->
                new Charge.Approved(new Receipt("T2", book(amount).receipt.number(), "", amount, ""));
        };
    }

    private Charge bookedAsBefore(Amount amount) {
        String before = way == Way.CARD ? String.valueOf(count) : "o" + (orders - 1);
        book(amount);
        return new Charge.Approved(new Receipt("T1", before, "", amount, ""));
    }

    private Charge lost() {
        linkUp = false;
        return new Charge.Unknown(DOWN);
    }

    private Booking book(Amount amount) {
        return way == Way.CARD ? byCard("T1", charging, amount) : enter("T1", "o" + orders, charging, amount);
    }

    private Booking byCard(String terminal, String whose, Amount amount) {
        count++;
        lastIsUndo = false;
        last = new Receipt(terminal, String.valueOf(count), "", amount, "");
        return enter(terminal, last.number(), whose, amount);
    }

    private Booking enter(String terminal, String number, String whose, Amount amount) {
        Booking booking = new Booking(whose, new Receipt(terminal, number, "", amount, ""));
        ledger.add(booking);
        return booking;
    }

    /** Somebody takes money at the pad by hand, as at a counter; also while the kiosk does not reach it. */
    void byHand(boolean otherTerminal) {
        if (busyFor == 0) {
            forgotten = false;
            byCard(otherTerminal ? "T2" : "T1", "", otherTerminal ? MoneyModelTest.FEE : Amount.fen(1));
        }
    }

    @Override
    public synchronized Charge settle(Way by, Mark before, Amount amount, Patience patience) {
        fuse.burn("settle");
        if (!linkUp) {
            return new Charge.Unknown(DOWN);
        }
        if (busyFor > 0) {
            busyFor--;
            if (busyFor == 0) {
                book(amount);
            }
            return new Charge.Unknown(BUSY);
        }
        if (forgotten || (by == Way.CARD && lastIsUndo)) {
            return new Charge.Unknown(new Fault(Fault.Kind.REFUSED, "no payment"), FindOut.LOOK);
        }
        return by == Way.CARD ? newerThan(before.receipt()) : paid(before.receipt());
    }

    private Charge newerThan(String receipt) {
        return receipt.equals(String.valueOf(count)) ? new Charge.Cancelled() : new Charge.Approved(last);
    }

    private Charge paid(String order) {
        return ledger.stream()
                .filter(booking -> booking.receipt.number().equals(order) && booking.state == State.STANDS)
                .<Charge>map(booking -> new Charge.Approved(booking.receipt))
                .findFirst()
                .orElse(new Charge.Cancelled());
    }

    @Override
    public synchronized Undo reverse(Way way, Receipt receipt, Patience patience) {
        fuse.burn("reverse");
        if (!linkUp) {
            return new Undo.Failed(DOWN);
        }
        Booking booking = find(receipt);
        if (booking.state == State.STANDS && booking.dayClosed) {
            return new Undo.Refused("B5");
        }
        if (booking.state != State.STANDS && booking.state != State.REVERSED) {
            throw new AssertionError("given back twice: " + booking.caseNumber + " was " + booking.state);
        }
        boolean first = booking.state == State.STANDS;
        booking.state = State.REVERSED;
        fuse.burn("reversed");
        if (first && undoLost) {
            undoLost = false;
            linkUp = false;
            return new Undo.Unknown(DOWN);
        }
        return new Undo.Done(receipt.number());
    }

    @Override
    public synchronized Undo refund(Way by, Receipt receipt, Patience patience) {
        fuse.burn("refund");
        if (by == Way.CARD && !refunds) {
            return new Undo.Failed(new Fault(Fault.Kind.REFUSED, "only with the card"));
        }
        if (!linkUp) {
            return new Undo.Failed(DOWN);
        }
        Booking booking = find(receipt);
        boolean again =
                by != Way.CARD && booking.state == State.REFUNDED; // an order is refunded once, however often asked
        if (booking.state != State.STANDS && !again) {
            throw new AssertionError("refunded twice: " + booking.caseNumber + " was " + booking.state);
        }
        booking.state = State.REFUNDED;
        fuse.burn("refunded");
        return undoLost ? new Undo.Unknown(DOWN) : new Undo.Done("R" + receipt.number());
    }

    private Booking find(Receipt receipt) {
        return ledger.stream()
                .filter(booking -> booking.receipt.equals(receipt))
                .reduce((_, later) -> later) // a number that was voided is given again
                .orElseThrow(() -> new AssertionError("no such receipt: " + receipt.number()));
    }

    void endOfDay() {
        ledger.forEach(booking -> booking.dayClosed = true);
    }

    /** What a pad that was busy is at, it finishes by itself, whether it is asked or not. */
    void finishes() {
        if (busyFor > 0) {
            busyFor = 0;
            book(MoneyModelTest.FEE);
        }
    }
}
