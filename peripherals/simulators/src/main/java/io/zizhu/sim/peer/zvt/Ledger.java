package io.zizhu.sim.peer.zvt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pad remembers of its payments. Its own monitor guards it: the bench reads while the pad books. */
final class Ledger {
    private final List<Booking> bookings = new ArrayList<>();
    private int receipt;
    private int closed;
    private boolean wiped;

    synchronized Booking book(long amount) {
        receipt = receipt % 9999 + 1;
        wiped = false;
        Booking booking =
                new Booking(Instant.now(), receipt, 7000 + bookings.size() + 1, amount, Booking.State.STANDING);
        bookings.add(booking);
        return booking;
    }

    /** The link went after an approval: what this pad does then. */
    synchronized void lost(Booking booking, AfterLoss then) {
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

    /** Gives a payment back; the result code of the pad: 00, B4 already reversed, B5 impossible. */
    synchronized int reverse(long number) {
        for (int at = bookings.size() - 1; at >= 0; at--) {
            Booking booking = bookings.get(at);
            if (booking.receipt() == number) {
                if (!booking.standing()) {
                    return 0xB4;
                }
                if (at < closed) {
                    return 0xB5;
                }
                bookings.set(at, booking.as(Booking.State.REVERSED));
                return 0;
            }
        }
        return 0xB5;
    }

    /** The receipt that "repeat receipt" shows: the last payment that stands. */
    synchronized Optional<Booking> last() {
        return bookings.reversed().stream().filter(Booking::standing).findFirst();
    }

    synchronized Optional<Booking> find(long number) {
        return bookings.reversed().stream()
                .filter(each -> each.receipt() == number)
                .findFirst();
    }

    synchronized boolean wiped() {
        return wiped;
    }

    /** Closes the day; what was taken in it. */
    synchronized long close() {
        long total = bookings.stream()
                .skip(closed)
                .filter(Booking::standing)
                .mapToLong(Booking::amount)
                .sum();
        closed = bookings.size();
        return total;
    }

    synchronized List<Booking> all() {
        return List.copyOf(bookings);
    }
}
