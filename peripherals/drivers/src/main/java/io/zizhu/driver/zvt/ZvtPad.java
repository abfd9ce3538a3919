package io.zizhu.driver.zvt;

import io.zizhu.device.Ability;
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
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A registered ZVT pad. After an act whose end was not heard its link is closed: what may still come on it belongs to an
 * act that is over. What became of the money is asked on a new link, which this pad dials itself; where that fails, the
 * keeper opens afresh.
 */
final class ZvtPad implements PayPad {
    static final Set<Ability> ABILITIES = Set.of(Ability.SETTLE, Ability.ABORT, Ability.REVERSE);

    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final int GIVEN_UP = 0x6C;
    private static final int WRONG_CURRENCY = 0x6F;
    private static final int NOT_POSSIBLE = 0x83;
    private static final int REVERSED_ALREADY = 0xB4;

    /** Receipt numbers have four digits; so many ahead still counts as newer, more as another count altogether. */
    private static final long AHEAD = 1_000;

    private static final long DIAL_PAUSE_MILLIS = 200;

    /** Connects and registers. */
    interface Dial {
        Session open(Patience patience) throws DeviceAway;
    }

    /**
     * One registered link.
     *
     * @param terminal what the pad calls itself, empty where it did not say
     */
    record Session(ZvtLink link, String terminal) {}

    private final ZvtSettings settings;
    private final Dial dial;
    private volatile Session session;
    private volatile boolean closed;
    private boolean lost;

    ZvtPad(Session session, ZvtSettings settings, Dial dial) {
        this.session = session;
        this.settings = settings;
        this.dial = dial;
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        if (lost && !closed) {
            dial(Patience.of(PULSE));
        }
        return switch (Dialogue.ask(link(), Words.statusEnquiry(settings.password()), Patience.of(PULSE))) {
            case Ended.Completed _ -> Pulse.well(Media.NOT_SUPPORTED);
            case Ended.Rejected(int code) -> Pulse.ill(Status.DEVICE_BUSY, Media.NOT_SUPPORTED, refused(code));
            case Ended.Aborted aborted ->
                Pulse.ill(
                        Status.HARDWARE_ERROR,
                        Media.NOT_SUPPORTED,
                        new Fault(Fault.Kind.BROKEN, "the pad's state is " + hex(aborted.code())));
            case Ended.NotSent(Fault fault) -> throw away(fault);
            case Ended.Lost(Fault fault) -> throw away(fault);
        };
    }

    @Override
    public Mark mark(Patience patience) throws DeviceAway {
        redial(patience);
        return switch (Dialogue.ask(link(), Words.repeatReceipt(), patience)) {
            case Ended.Completed done
            when done.stated().isPresent() -> done.stated().get().mark();
            case Ended.Completed _ ->
                throw away(new Fault(Fault.Kind.GARBLED, "a receipt was repeated without content"));
            case Ended.Aborted aborted when aborted.code() == NOT_POSSIBLE -> new Mark(session.terminal(), "", "");
            case Ended.Aborted aborted -> throw away(refused(aborted.code()));
            case Ended.Rejected(int code) -> throw away(refused(code));
            case Ended.NotSent(Fault fault) -> throw away(fault);
            case Ended.Lost(Fault fault) -> throw away(fault);
        };
    }

    @Override
    public Charge charge(Amount amount, Patience patience) {
        if (!amount.currency().equals(settings.currency())) {
            return new Charge.Failed(new Fault(
                    Fault.Kind.MISCONFIGURED, "the pad takes " + settings.currency() + ", not " + amount.currency()));
        }
        Apdu command = Words.authorisation(amount.minor(), settings.number());
        return switch (Dialogue.askAbortably(link(), command, patience)) {
            case Ended.Completed done
            when done.stated().isPresent() -> completed(done.stated().get(), amount);
            case Ended.Completed _ -> unknown(new Fault(Fault.Kind.GARBLED, "completed without saying what"));
            case Ended.Aborted(int code, var stated)
            when stated.filter(Stated::approved).isPresent() ->
                unknown(new Fault(Fault.Kind.GARBLED, "approved, then aborted with " + hex(code)));
            case Ended.Aborted aborted when aborted.code() == GIVEN_UP -> new Charge.Cancelled();
            case Ended.Aborted aborted
            when aborted.code() == WRONG_CURRENCY ->
                new Charge.Failed(new Fault(Fault.Kind.MISCONFIGURED, "the pad does not take " + amount.currency()));
            case Ended.Aborted aborted -> new Charge.Declined(hex(aborted.code()));
            case Ended.Rejected(int code) -> new Charge.Failed(refused(code));
            case Ended.NotSent(Fault fault) -> new Charge.Failed(fault);
            case Ended.Lost(Fault fault) -> unknown(fault);
        };
    }

    private Charge completed(Stated stated, Amount amount) {
        if (!stated.approved()) {
            return stated.result() == GIVEN_UP ? new Charge.Cancelled() : new Charge.Declined(hex(stated.result()));
        }
        if (!stated.tells(amount, settings.number()) || stated.receipt().isEmpty()) {
            return unknown(new Fault(Fault.Kind.GARBLED, "the pad approved something else than was asked"));
        }
        return new Charge.Approved(stated.receipt(amount));
    }

    @Override
    public Charge settle(Mark before, Amount amount, Patience patience) {
        try {
            redial(patience);
        } catch (DeviceAway away) {
            return new Charge.Unknown(away.fault());
        }
        return switch (Dialogue.ask(link(), Words.repeatReceipt(), patience)) {
            case Ended.Completed done
            when done.stated().isPresent() ->
                compare(before, amount, done.stated().get());
            case Ended.Completed _ -> undecided("a receipt was repeated without content");
            case Ended.Aborted aborted
            when aborted.code() == NOT_POSSIBLE && before.receipt().isEmpty() -> new Charge.Cancelled();
            case Ended.Aborted aborted
            when aborted.code() == NOT_POSSIBLE ->
                undecided("the pad knows no receipt any more, it had " + before.receipt());
            case Ended.Aborted aborted -> undecided("the pad does not repeat its receipt: " + hex(aborted.code()));
            case Ended.Rejected(int code) -> undecided("the pad does not repeat its receipt: " + hex(code));
            case Ended.NotSent(Fault fault) -> unknown(fault);
            case Ended.Lost(Fault fault) -> unknown(fault);
        };
    }

    private Charge compare(Mark before, Amount amount, Stated last) {
        if (!before.terminal().isEmpty() && !before.terminal().equals(last.terminal())) {
            return undecided("another pad stands here now: " + last.terminal() + ", not " + before.terminal());
        }
        if (last.receipt().equals(before.receipt())) {
            return new Charge.Cancelled();
        }
        if (!newer(last.receipt(), before.receipt())) {
            return undecided("receipt " + last.receipt() + " is not newer than " + before.receipt());
        }
        if (last.undo() || !last.approved()) {
            return undecided("receipt " + last.receipt() + " is no payment");
        }
        if (!last.tells(amount, settings.number())) {
            return undecided("receipt " + last.receipt() + " is of another amount");
        }
        return new Charge.Approved(last.receipt(amount));
    }

    private static boolean newer(String now, String before) {
        if (!now.matches("\\d{4}") || !before.matches("\\d{4}|")) {
            return false;
        }
        if (before.isEmpty()) {
            return true;
        }
        long ahead = Math.floorMod(Long.parseLong(now) - Long.parseLong(before), 10_000L);
        return ahead > 0 && ahead <= AHEAD;
    }

    @Override
    public Undo reverse(Receipt receipt, Patience patience) {
        if (!receipt.number().matches("\\d{4}")) {
            return new Undo.Failed(new Fault(Fault.Kind.MISCONFIGURED, "\"" + receipt.number() + "\" is no receipt"));
        }
        String terminal = session.terminal();
        if (!terminal.isEmpty() && !receipt.terminal().equals(terminal)) {
            return new Undo.Failed(new Fault(
                    Fault.Kind.REFUSED, "the receipt is of pad " + receipt.terminal() + ", this is " + terminal));
        }
        Apdu command = Words.reversal(settings.password(), Long.parseLong(receipt.number()));
        return switch (Dialogue.ask(link(), command, patience)) {
            case Ended.Completed done
            when done.stated().map(Stated::approved).orElse(true) -> new Undo.Done(receipt.number());
            case Ended.Completed done ->
                new Undo.Refused(hex(done.stated().map(Stated::result).orElse(0xFF)));
            case Ended.Aborted aborted when aborted.code() == REVERSED_ALREADY -> new Undo.Done(receipt.number());
            case Ended.Aborted aborted -> new Undo.Refused(hex(aborted.code()));
            case Ended.Rejected(int code) -> new Undo.Failed(refused(code));
            case Ended.NotSent(Fault fault) -> new Undo.Failed(fault);
            case Ended.Lost(Fault fault) -> {
                hangUp();
                yield new Undo.Unknown(fault);
            }
        };
    }

    private ZvtLink link() {
        return session.link();
    }

    /** Again and again, as long as patience lasts. */
    private void redial(Patience patience) throws DeviceAway {
        while (lost && !closed) {
            try {
                dial(patience);
            } catch (DeviceAway away) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(DIAL_PAUSE_MILLIS));
                if (patience.over() || Thread.currentThread().isInterrupted()) {
                    throw away;
                }
            }
        }
    }

    private void dial(Patience patience) throws DeviceAway {
        session = dial.open(patience);
        lost = false;
        if (closed) { // while we dialled
            link().close();
        }
    }

    private void hangUp() {
        lost = true;
        link().close();
    }

    private Charge unknown(Fault fault) {
        hangUp();
        return new Charge.Unknown(fault);
    }

    private static Charge undecided(String why) {
        return new Charge.Unknown(new Fault(Fault.Kind.REFUSED, why), FindOut.LOOK);
    }

    private DeviceAway away(Fault fault) {
        hangUp();
        return new DeviceAway(fault);
    }

    private static Fault refused(int code) {
        return new Fault(Fault.Kind.BUSY, "the pad refuses with " + hex(code));
    }

    private static String hex(int code) {
        return String.format(Locale.ROOT, "%02X", code & 0xFF);
    }

    @Override
    public void close() {
        closed = true;
        link().close();
    }
}
