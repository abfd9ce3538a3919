package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.pay.Booking;
import io.zizhu.sim.peer.pay.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** What the pad does for its till without any person: registering, states, receipts, undoing, closing the day. */
final class Counter {
    static final int APPROVED = 0x00;
    static final int NOT_POSSIBLE = 0x83;
    static final int YUAN = 156;

    private static final int UNINITIALISED = 0x51;
    private static final int REVERSED_ALREADY = 0xB4;
    private static final int REVERSAL_IMPOSSIBLE = 0xB5;
    private static final int SYSTEM_ERROR = 0xFF;
    private static final Telegram DONE = new Telegram(0x060F, new byte[0]);

    private final Till till;
    private final Ledger ledger;
    private final AtomicInteger condition;

    /** @param condition the state that the pad tells of itself, 0 for well */
    Counter(Till till, Ledger ledger, AtomicInteger condition) {
        this.till = till;
        this.ledger = ledger;
        this.condition = condition;
    }

    /** @return false where it is no such command */
    boolean serves(Telegram telegram) throws TillGone {
        switch (telegram.command()) {
            case 0x0600 -> registration();
            case 0x0501 -> status();
            case 0x0620 -> repeatReceipt();
            case 0x0630 -> reversal(telegram.data());
            case 0x0650 -> endOfDay();
            case 0x0670 -> diagnosis();
            case 0x0693 -> initialisation();
            case 0x06B0, 0x0602 -> till.tell(Telegram.ACCEPTED); // nothing to abort; logged off
            case 0x8000 -> {} // a late acceptance
            default -> {
                return false;
            }
        }
        return true;
    }

    private void registration() throws TillGone {
        till.tell(Telegram.ACCEPTED);
        till.say(new Telegram(
                0x060F,
                new Fields()
                        .digits(0x29, Statement.TERMINAL, 4)
                        .digits(0x49, YUAN, 2)
                        .bytes()));
    }

    private void status() throws TillGone {
        till.tell(Telegram.ACCEPTED);
        till.say(Telegram.of(0x060F, condition.get()));
    }

    private void initialisation() throws TillGone {
        till.tell(Telegram.ACCEPTED);
        condition.compareAndSet(UNINITIALISED, 0);
        till.say(DONE);
    }

    private void diagnosis() throws TillGone {
        till.tell(Telegram.ACCEPTED);
        till.say(Telegram.of(0x04FF, 0x0E)); // please wait
        if (condition.get() != 0) {
            till.say(Telegram.of(0x061E, condition.get()));
            return;
        }
        till.say(Paper.slip(Paper.OFFICE, List.of("TRAINING PAD", "DIAGNOSIS", "HOST REACHED")));
        till.say(DONE);
    }

    private void repeatReceipt() throws TillGone {
        till.tell(Telegram.ACCEPTED);
        Optional<Booking> last = ledger.last();
        if (ledger.wiped() || last.isEmpty()) {
            till.say(Telegram.of(0x061E, ledger.wiped() ? SYSTEM_ERROR : NOT_POSSIBLE));
            return;
        }
        till.say(Statement.of(APPROVED, last.get()));
        till.say(Paper.slip(Paper.PERSON, Paper.receipt("PAYMENT * COPY *", last.get())));
        till.say(DONE);
    }

    private void reversal(byte[] data) throws TillGone {
        till.tell(Telegram.ACCEPTED);
        long number = Fields.find(data, 3, 0x87, 2);
        switch (ledger.reverse(number)) {
            case NOW -> reversed(number);
            case BEFORE -> till.say(Telegram.of(0x061E, REVERSED_ALREADY));
            case TOO_LATE, UNKNOWN -> till.say(Telegram.of(0x061E, REVERSAL_IMPOSSIBLE));
        }
    }

    private void reversed(long number) throws TillGone {
        Optional<Booking> booking = ledger.find(number);
        if (booking.isPresent()) {
            till.say(Statement.of(APPROVED, booking.get()));
            print("REVERSAL", booking.get());
        }
        till.say(DONE);
    }

    private void endOfDay() throws TillGone {
        till.tell(Telegram.ACCEPTED);
        Ledger.Day day = ledger.close();
        till.say(Statement.ofDay(day));
        for (Telegram line : Paper.lines(
                Paper.OFFICE, List.of("END OF DAY", "%d payments, %d fen".formatted(day.count(), day.amount())))) {
            till.say(line);
        }
        till.say(DONE);
    }

    void print(String title, Booking booking) throws TillGone {
        for (Telegram line : Paper.lines(Paper.PERSON, Paper.receipt(title, booking))) {
            till.say(line);
        }
    }
}
