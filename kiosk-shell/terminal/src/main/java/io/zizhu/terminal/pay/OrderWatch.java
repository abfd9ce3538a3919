package io.zizhu.terminal.pay;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.port.PayOffice;
import io.zizhu.service.port.PayOffice.Order;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Follows one order to its end. An order ends paid, declined or closed; who gives up closes it first and believes what the
 * office says to that, for the payer may have been faster.
 */
final class OrderWatch {
    private final PayOffice office;
    private final OrderBook book;
    private final Pace pace;
    private volatile boolean closed;

    OrderWatch(PayOffice office, OrderBook book, Pace pace) {
        this.office = office;
        this.book = book;
        this.pace = pace;
    }

    /** Stops following; any thread. */
    void stop() {
        closed = true;
    }

    /** @param now how the order stands, as far as that was heard */
    Charge follow(String number, Amount amount, Order now, Patience patience) {
        long heard = System.nanoTime();
        while (true) {
            Optional<Charge> end = end(number, amount, now);
            if (end.isPresent()) {
                return end.get();
            }
            if (!(now instanceof Order.Away(Fault fault))) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > pace.away().toNanos()) {
                return new Charge.Unknown(fault);
            }
            if (stopped()) {
                return new Charge.Unknown(new Fault(Fault.Kind.LOST, "stopped while the order was open"));
            }
            if (patience.over()) {
                return giveUp(number, amount);
            }
            pause(patience);
            if (!patience.over() && !stopped()) {
                now = office.query(number, least(pace.ask(), patience.left()));
            }
        }
    }

    private Charge giveUp(String number, Amount amount) {
        return settled(number, amount, office.close(number, pace.lastWord()));
    }

    /** What the answer to closing an order says: its end, or that nobody knows. */
    Charge settled(String number, Amount amount, Order answer) {
        return end(number, amount, answer)
                .orElseGet(() -> new Charge.Unknown(
                        answer instanceof Order.Away(Fault fault)
                                ? fault
                                : new Fault(Fault.Kind.SILENT, "the payment office does not say")));
    }

    /** Empty while the order may still go either way. */
    Optional<Charge> end(String number, Amount amount, Order order) {
        return switch (order) {
            case Order.Paid(long fen, String trade) ->
                Optional.of(
                        fen == amount.minor()
                                ? new Charge.Approved(new Receipt(book.maker(), number, trade, amount, ""))
                                : look("order " + number + " was paid with " + fen));
            case Order.Declined(String code) -> Optional.of(new Charge.Declined(code));
            case Order.Closed(), Order.Refunded() -> Optional.of(new Charge.Cancelled());
            case Order.Refused(String reason) -> Optional.of(look("the payment office: " + reason));
            case Order.Waiting waiting -> Optional.empty();
            case Order.Paying() -> Optional.empty();
            case Order.None() -> Optional.empty();
            case Order.Away away -> Optional.empty();
        };
    }

    private static Charge look(String why) {
        return new Charge.Unknown(new Fault(Fault.Kind.REFUSED, why), FindOut.LOOK);
    }

    private boolean stopped() {
        return closed || Thread.currentThread().isInterrupted();
    }

    private void pause(Patience patience) {
        long until = System.nanoTime() + pace.poll().toNanos();
        for (long left = pace.poll().toNanos();
                left > 0 && !patience.over() && !stopped();
                left = until - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, 20_000_000L));
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
