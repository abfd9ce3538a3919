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

/** A pad whose ledger is the truth: what stands in it was taken from somebody. Told beforehand how the next charge ends. */
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
        /** The pad books and answers with the receipt before. */
        OLD_RECEIPT,
        /** The pad books and answers with another amount. */
        OTHER_AMOUNT
    }

    enum State {
        STANDS,
        VOIDED,
        REVERSED,
        REFUNDED,
        /** Given back by staff, by hand. */
        BY_HAND
    }

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
    private boolean forgotten;
    private boolean lastIsUndo;
    private int busyFor;
    private String charging = "";

    ModelPad(Fuse fuse, boolean refunds) {
        this.fuse = fuse;
        this.refunds = refunds;
    }

    @Override
    public synchronized Optional<Mark> mark(Way way, Patience patience) {
        fuse.burn("mark");
        return linkUp && busyFor == 0 ? Optional.of(new Mark("T1", String.valueOf(count), "")) : Optional.empty();
    }

    @Override
    public Charge charge(Way way, Amount amount, Patience patience) {
        fuse.burn("charge");
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
                count--;
                yield lost();
            }
            case LOST_VOIDS_WITH_RECEIPT -> {
                book(amount).state = State.VOIDED;
                count++;
                lastIsUndo = true;
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
            case OLD_RECEIPT -> bookedAs(amount, count, amount);
            case OTHER_AMOUNT -> bookedAs(amount, count + 1, Amount.fen(1));
        };
    }

    private Charge bookedAs(Amount amount, int told, Amount toldAmount) {
        book(amount);
        return new Charge.Approved(new Receipt("T1", String.valueOf(told), "", toldAmount, ""));
    }

    private Charge lost() {
        linkUp = false;
        return new Charge.Unknown(DOWN);
    }

    private Booking book(Amount amount) {
        count++;
        lastIsUndo = false;
        Booking booking = new Booking(charging, new Receipt("T1", String.valueOf(count), "", amount, ""));
        ledger.add(booking);
        return booking;
    }

    @Override
    public synchronized Charge settle(Way way, Mark before, Amount amount, Patience patience) {
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
        if (forgotten || lastIsUndo) {
            return new Charge.Unknown(new Fault(Fault.Kind.REFUSED, "no payment"), FindOut.LOOK);
        }
        return before.receipt().equals(String.valueOf(count))
                ? new Charge.Cancelled()
                : new Charge.Approved(ledger.getLast().receipt);
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
    public synchronized Undo refund(Way way, Receipt receipt, Patience patience) {
        fuse.burn("refund");
        if (!refunds) {
            return new Undo.Failed(new Fault(Fault.Kind.REFUSED, "only with the card"));
        }
        if (!linkUp) {
            return new Undo.Failed(DOWN);
        }
        Booking booking = find(receipt);
        if (booking.state != State.STANDS) {
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
