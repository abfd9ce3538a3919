package io.zizhu.sim.peer.zvt;

import io.zizhu.sim.peer.Refused;
import java.util.Optional;
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
    private static final int NOT_POSSIBLE = 0x83;
    private static final int SYSTEM_ERROR = 0xFF;
    private static final int YUAN = 156;
    private static final long CARD_MILLIS = 180_000;
    private static final long AUTOMATIC_MILLIS = 1_500;

    private final Till till;
    private final Mood mood;
    private final Ledger ledger;
    private volatile boolean waiting;
    private volatile boolean held;

    Conversation(Till till, Mood mood, Ledger ledger) {
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
        if (mood.hung) {
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
            case 0x0600 -> registration();
            case 0x0601 -> authorisation(telegram.data());
            case 0x0620 -> repeatReceipt();
            case 0x0501 -> status();
            case 0x0630 -> reversal(telegram.data());
            case 0x0650 -> endOfDay();
            case 0x06B0, 0x0602 -> till.tell(Telegram.ACCEPTED); // nothing to abort; logged off
            case 0x8000 -> {} // a late acceptance
            default -> till.tell(new Telegram(0x8483, new byte[0]));
        }
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
        till.say(Telegram.of(0x060F, 0x00));
    }

    private void repeatReceipt() throws TillGone {
        till.tell(Telegram.ACCEPTED);
        Optional<Booking> last = ledger.last();
        if (ledger.wiped() || last.isEmpty()) {
            till.say(Telegram.of(0x061E, ledger.wiped() ? SYSTEM_ERROR : NOT_POSSIBLE));
            return;
        }
        till.say(Statement.of(APPROVED, last.get()));
        till.say(new Telegram(0x060F, new byte[0]));
    }

    private void reversal(byte[] data) throws TillGone {
        till.tell(Telegram.ACCEPTED);
        long number = Fields.find(data, 3, 0x87, 2);
        int result = ledger.reverse(number);
        Optional<Booking> booking = ledger.find(number);
        if (result != APPROVED || booking.isEmpty()) {
            till.say(Telegram.of(0x061E, result));
            return;
        }
        till.say(Statement.of(APPROVED, booking.get()));
        till.say(new Telegram(0x060F, new byte[0]));
    }

    private void endOfDay() throws TillGone {
        till.tell(Telegram.ACCEPTED);
        till.say(Statement.ofDay(ledger.close()));
        till.say(new Telegram(0x060F, new byte[0]));
    }

    private void authorisation(byte[] data) throws TillGone {
        till.tell(Telegram.ACCEPTED);
        long amount = Fields.find(data, 0, 0x04, 6);
        long currency = Fields.find(data, 0, 0x49, 2);
        if (amount <= 0 || currency != YUAN) {
            till.say(Telegram.of(0x061E, amount <= 0 ? NOT_POSSIBLE : WRONG_CURRENCY));
            return;
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
            case "tap" -> approve(amount);
            case "decline" -> {
                till.say(Telegram.of(0x04FF, 0x1D));
                till.say(Statement.ofRefusal(DECLINED, amount));
                till.say(Telegram.of(0x061E, DECLINED));
            }
            default -> till.say(Telegram.of(0x061E, GIVEN_UP));
        }
    }

    /** Until somebody lays a card down, somebody gives up, or the till wants no more. */
    private String awaitPerson() throws TillGone {
        while (true) {
            boolean automatic = !"off".equals(mood.auto);
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
                    return automatic ? mood.auto : "cancel";
                }
            }
        }
    }

    /** Books first, tells then; where telling fails, does what the bench has set for a loss. */
    private void approve(long amount) throws TillGone {
        Booking booking = ledger.book(amount);
        try {
            till.say(Telegram.of(0x04FF, 0x0E)); // please wait
            if (mood.loseNext) {
                mood.loseNext = false;
                throw new TillGone();
            }
            if (mood.holdNext) {
                mood.holdNext = false;
                hold();
            }
            till.say(Statement.of(APPROVED, booking));
            till.say(new Telegram(0x060F, new byte[0]));
            if (mood.silent) {
                ledger.lost(booking, mood.afterLoss);
            }
        } catch (TillGone gone) {
            ledger.lost(booking, mood.afterLoss);
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
