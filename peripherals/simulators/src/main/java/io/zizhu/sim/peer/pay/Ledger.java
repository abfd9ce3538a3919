package io.zizhu.sim.peer.pay;

import io.zizhu.sim.peer.Out;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pad remembers of its payments. Its own monitor guards it: the bench reads while the pad books. */
public final class Ledger {
    /** What became of a reversal. */
    public enum Reversed {
        NOW,
        BEFORE,
        TOO_LATE,
        UNKNOWN
    }

    /**
     * What a day brought.
     *
     * @param first the number of its first receipt, 0 for a day without one
     */
    public record Day(int first, int last, int count, long amount) {}

    private final List<Booking> bookings = new ArrayList<>();
    private int receipt;
    private int closed;
    private boolean wiped;

    public synchronized Booking book(long amount) {
        wiped = false;
        return add(amount, Booking.State.STANDING);
    }

    /** Money goes out, by a receipt of its own. */
    public synchronized Booking payOut(long amount) {
        return add(amount, Booking.State.PAID_OUT);
    }

    private Booking add(long amount, Booking.State state) {
        receipt = receipt % 9999 + 1;
        Booking booking = new Booking(Instant.now(), receipt, 7000 + bookings.size() + 1, amount, state);
        bookings.add(booking);
        return booking;
    }

    /** The link went after an approval: what this pad does then. */
    public synchronized void lost(Booking booking, AfterLoss then) {
        switch (then) {
            case KEEP -> {}
            case VOID -> become(booking, Booking.State.VOIDED);
            case FORGET -> become(booking, Booking.State.FORGOTTEN);
            case WIPED -> wiped = true;
        }
    }

    private void become(Booking booking, Booking.State state) {
        int at = bookings.indexOf(booking);
        if (at >= 0) {
            bookings.set(at, booking.as(state));
        }
    }

    /** Takes a payment of this day back. */
    public synchronized Reversed reverse(long number) {
        for (int at = bookings.size() - 1; at >= 0; at--) {
            Booking booking = bookings.get(at);
            if (booking.receipt() == number && booking.state() != Booking.State.PAID_OUT) {
                if (!booking.standing()) {
                    return Reversed.BEFORE;
                }
                if (at < closed) {
                    return Reversed.TOO_LATE;
                }
                bookings.set(at, booking.as(Booking.State.REVERSED));
                return Reversed.NOW;
            }
        }
        return Reversed.UNKNOWN;
    }

    /** The last payment that stands. */
    public synchronized Optional<Booking> last() {
        return bookings.reversed().stream().filter(Booking::standing).findFirst();
    }

    public synchronized Optional<Booking> find(long number) {
        return bookings.reversed().stream()
                .filter(each -> each.receipt() == number)
                .findFirst();
    }

    /** Its memory is broken until the next payment. */
    public synchronized boolean wiped() {
        return wiped;
    }

    /** Closes the day. */
    public synchronized Day close() {
        List<Booking> day =
                bookings.stream().skip(closed).filter(Booking::standing).toList();
        closed = bookings.size();
        return new Day(
                day.isEmpty() ? 0 : day.getFirst().receipt(),
                day.isEmpty() ? 0 : day.getLast().receipt(),
                day.size(),
                day.stream().mapToLong(Booking::amount).sum());
    }

    /** Every booking, oldest first. */
    public synchronized List<Booking> all() {
        return List.copyOf(bookings);
    }

    /** Money in fen that was taken and not given back. */
    public long taken() {
        return sum(Booking.State.STANDING) - sum(Booking.State.PAID_OUT);
    }

    private long sum(Booking.State state) {
        return all().stream()
                .filter(each -> each.state() == state)
                .mapToLong(Booking::amount)
                .sum();
    }

    /** How many payments were ever approved. */
    public int approvals() {
        return (int) all().stream()
                .filter(each -> each.state() != Booking.State.PAID_OUT)
                .count();
    }

    public List<Out> out() {
        List<Out> outs = new ArrayList<>();
        for (Booking booking : all()) {
            outs.add(booking.out(outs.size() + 1));
        }
        return outs;
    }
}
