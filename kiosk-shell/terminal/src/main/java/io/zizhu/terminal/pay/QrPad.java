package io.zizhu.terminal.pay;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.profile.Ability;
import io.zizhu.service.port.PayOffice;
import io.zizhu.service.port.PayOffice.Order;
import java.util.Optional;
import java.util.Set;

/**
 * A pad without hardware: every charge is an order at the centre's payment back office. Where a card terminal has a count,
 * this one has the order's number: {@link #mark} reserves it, the journal notes it, {@link #charge} uses it, and
 * {@link #settle} asks for it by name.
 */
final class QrPad implements PayPad {
    private static final String CURRENCY = "CNY";

    private final PayOffice office;
    private final OrderBook book;
    private final Pace pace;
    private final OrderWatch watch;
    private final Way way;
    private long probed = System.nanoTime() - 1_000_000_000_000L;

    QrPad(PayOffice office, OrderBook book, Pace pace, OrderWatch watch, Way way) {
        this.office = office;
        this.book = book;
        this.pace = pace;
        this.watch = watch;
        this.way = way;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        if (!office.there()) {
            throw new DeviceAway(Fault.Kind.LOST, "the line to the centre is down");
        }
        way.probe();
        shutLeft();
        if (System.nanoTime() - probed > pace.probe().toNanos()) {
            Order ready = office.ready(pace.ask());
            if (ready instanceof Order.Away(Fault fault)) {
                throw new DeviceAway(fault);
            }
            if (ready instanceof Order.Refused(String reason)) {
                return Pulse.ill(
                        Status.OFFLINE,
                        Media.NOT_SUPPORTED,
                        new Fault(Fault.Kind.REFUSED, "the payment office: " + reason));
            }
            probed = System.nanoTime();
        }
        return Pulse.well(Media.NOT_SUPPORTED);
    }

    /** A code that was left open could be paid by whoever photographed it. What was paid before stays so, for settle to find. */
    private void shutLeft() throws DeviceAway {
        for (String order : book.left()) {
            heard(office.close(order, pace.ask()));
            book.shut(order);
        }
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.SETTLE, Ability.ABORT, Ability.REVERSE, Ability.REFUND, way.ability());
    }

    @Override
    public Mark mark(Patience patience) {
        return new Mark(book.maker(), book.reserve(), "");
    }

    @Override
    public Charge charge(Amount amount, Patience patience) {
        if (!amount.currency().equals(CURRENCY)) {
            return new Charge.Failed(new Fault(Fault.Kind.REFUSED, "codes are paid in " + CURRENCY + " only"));
        }
        String order = book.take();
        try {
            Charge charge =
                    switch (way.begin(order, amount, patience)) {
                        case Way.Begun.Not(Charge end) -> end;
                        case Way.Begun.Under(Order begun) -> watch.follow(order, amount, begun, patience);
                    };
            if (charge instanceof Charge.Unknown || charge instanceof Charge.Failed) {
                book.leave(order);
            }
            return charge;
        } finally {
            way.end();
        }
    }

    /** Closes what is still open before it says that nothing was taken: an order on its way must come too late. */
    @Override
    public Charge settle(Mark before, Amount amount, Patience patience) throws DeviceAway {
        if (!before.terminal().equals(book.maker())) {
            return new Charge.Unknown(new Fault(Fault.Kind.REFUSED, "an order of " + before.terminal()), FindOut.LOOK);
        }
        book.asked(before.receipt());
        Optional<Charge> end = watch.end(before.receipt(), amount, heard(office.query(before.receipt(), pace.ask())));
        return end.isPresent()
                ? end.get()
                : watch.settled(before.receipt(), amount, heard(office.close(before.receipt(), pace.ask())));
    }

    private static Order heard(Order order) throws DeviceAway {
        if (order instanceof Order.Away(Fault fault)) {
            throw new DeviceAway(fault);
        }
        return order;
    }

    @Override
    public Undo reverse(Receipt receipt, Patience patience) {
        if (!receipt.terminal().equals(book.maker())) {
            return new Undo.Refused("an order of " + receipt.terminal());
        }
        return switch (office.refund(receipt.number(), receipt.amount(), pace.ask())) {
            case Order.Refunded() -> new Undo.Done(receipt.number());
            case Order.Refused(String reason) -> new Undo.Refused(reason);
            case Order.None() -> new Undo.Refused("unknownOrder");
            case Order.Away(Fault fault) -> new Undo.Unknown(fault);
            case Order.Waiting waiting -> unsaid();
            case Order.Paid paid -> unsaid();
            case Order.Declined declined -> unsaid();
            case Order.Paying(), Order.Closed() -> unsaid();
        };
    }

    private static Undo unsaid() {
        return new Undo.Unknown(new Fault(Fault.Kind.SILENT, "the payment office does not say"));
    }

    /** The office knows one way of giving back, and does it once however often it is asked. */
    @Override
    public Undo refund(Receipt receipt, Patience patience) {
        return reverse(receipt, patience);
    }

    @Override
    public Optional<PayCode> code() {
        return way.code();
    }

    @Override
    public void wipe() {
        way.end();
    }

    @Override
    public void close() {
        watch.stop();
        way.end();
    }
}
