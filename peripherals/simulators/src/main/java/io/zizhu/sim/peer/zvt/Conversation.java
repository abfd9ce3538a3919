package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.pay.Booking;
import io.zizhu.sim.peer.pay.Ledger;
import io.zizhu.sim.peer.pay.Mood;
import org.jspecify.annotations.Nullable;

/**
 * One till's connection from the pad's side, on a thread of its own: hears commands and carries them out as a card
 * terminal does.
 */
final class Conversation implements Runnable {
    private static final int APPROVED = 0x00;
    private static final int DECLINED = 0x05;
    private static final int GIVEN_UP = 0x6C;
    private static final int WRONG_CURRENCY = 0x6F;
    private static final long CARD_MILLIS = 180_000;
    private static final long AUTOMATIC_MILLIS = 1_500;

    private final Till till;
    private final Mood mood;
    private final Ledger ledger;
    private final Counter counter;
    private volatile boolean waiting;
    private volatile boolean held;

    Conversation(Till till, Mood mood, Ledger ledger, Counter counter) {
        this.counter = counter;
        this.till = till;
        this.mood = mood;
        this.ledger = ledger;
    }

    /** A card is awaited. */
    boolean waiting() {
        return waiting;
    }

    /** An approved payment is held back from the till. */
    boolean held() {
        return held;
    }

    void person(String act) throws Refused {
        if ("release".equals(act) ? !held : !waiting) {
            throw new Refused("no payment is waiting for \"" + act + "\"");
        }
        if (mood.hung()) {
            throw new Refused("the pad hangs");
        }
        till.person(act);
    }

    @Override
    public void run() {
        try (till) {
            while (true) {
                switch (till.next(Long.MAX_VALUE)) {
                    case Happening.Heard(Telegram telegram) -> answer(telegram);
                    case Happening.Gone() -> {
                        return;
                    }
                    case Happening.Person _ -> {} // too late: the payment is over
                    case null -> {}
                }
            }
        } catch (TillGone gone) {
            waiting = false; // nobody is left to tell
        } finally {
            waiting = false;
            held = false;
        }
    }

    private void answer(Telegram telegram) throws TillGone {
        switch (telegram.command()) {
            case 0x0601 -> authorisation(telegram.data());
            case 0x0631 -> refund(telegram.data());
            default -> {
                if (!counter.serves(telegram)) {
                    till.tell(new Telegram(0x8483, new byte[0]));
                }
            }
        }
    }

    private void authorisation(byte[] data) throws TillGone {
        till.tell(Telegram.ACCEPTED);
        long amount = Fields.find(data, 0, 0x04, 6);
        if (presented(amount, Fields.find(data, 0, 0x49, 2))) {
            approve(amount);
        }
    }

    /** Behind the password the same fields as for a payment; whoever presents a card gets the money. */
    private void refund(byte[] data) throws TillGone {
        till.tell(Telegram.ACCEPTED);
        long amount = Fields.find(data, 3, 0x04, 6);
        if (presented(amount, Fields.find(data, 3, 0x49, 2))) {
            Booking booking = ledger.payOut(amount);
            till.say(Statement.of(APPROVED, booking));
            counter.print("REFUND", booking);
            till.say(new Telegram(0x060F, new byte[0]));
        }
    }

    /** A card was presented and is good; where not, the till has been told why. */
    private boolean presented(long amount, long currency) throws TillGone {
        if (amount <= 0 || currency != Counter.YUAN) {
            till.say(Telegram.of(0x061E, amount <= 0 ? Counter.NOT_POSSIBLE : WRONG_CURRENCY));
            return false;
        }
        waiting = true;
        String decision;
        try {
            till.say(Telegram.of(0x04FF, 0x0A)); // insert card
            decision = awaitPerson();
        } finally {
            waiting = false;
        }
        switch (decision) {
            case "tap" -> {
                return true;
            }
            case "decline" -> {
                till.say(Telegram.of(0x04FF, 0x1D));
                till.say(Statement.ofRefusal(DECLINED, amount));
                till.say(Telegram.of(0x061E, DECLINED));
            }
            default -> till.say(Telegram.of(0x061E, GIVEN_UP));
        }
        return false;
    }

    /** Until somebody lays a card down, somebody gives up, or the till wants no more. */
    private String awaitPerson() throws TillGone {
        while (true) {
            boolean automatic = !"off".equals(mood.auto());
            switch (till.next(automatic ? AUTOMATIC_MILLIS : CARD_MILLIS)) {
                case Happening.Person(String act) -> {
                    return act;
                }
                case Happening.Heard(Telegram telegram)
                when telegram.is(0x06B0) -> {
                    till.tell(Telegram.ACCEPTED);
                    return "cancel";
                }
                case Happening.Heard(Telegram telegram) when telegram.is(0x8000) -> {}
                case Happening.Heard _ -> till.tell(new Telegram(0x849C, new byte[0]));
                case Happening.Gone() -> throw new TillGone();
                case null -> {
                    return automatic ? mood.auto() : "cancel";
                }
            }
        }
    }

    /** Books first, tells then; where telling fails, does what the bench has set for a loss. */
    private void approve(long amount) throws TillGone {
        Booking booking = ledger.book(amount);
        try {
            till.say(Telegram.of(0x04FF, 0x0E)); // please wait
            if (mood.losesNow()) {
                throw new TillGone();
            }
            if (mood.holdsNow()) {
                hold();
            }
            till.say(Statement.of(APPROVED, booking));
            counter.print("PAYMENT", booking);
            till.say(new Telegram(0x060F, new byte[0]));
            if (mood.silent()) {
                ledger.lost(booking, mood.afterLoss());
            }
        } catch (TillGone gone) {
            ledger.lost(booking, mood.afterLoss());
            throw gone;
        }
    }

    private void hold() throws TillGone {
        held = true;
        try {
            while (true) {
                @Nullable Happening happening = till.next(CARD_MILLIS);
                switch (happening) {
                    case Happening.Person(String act)
                    when "release".equals(act) -> {
                        return;
                    }
                    case Happening.Heard(Telegram telegram)
                    when telegram.is(0x06B0) -> till.tell(new Telegram(0x8483, new byte[0])); // too late to abort
                    case Happening.Gone() -> throw new TillGone();
                    case null -> {
                        return;
                    }
                    default -> {}
                }
            }
        } finally {
            held = false;
        }
    }
}
