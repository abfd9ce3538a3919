package io.zizhu.driver.zvt;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Status;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.device.pay.Diagnosis;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Repeated;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.profile.Ability;
import io.zizhu.driver.zvt.apdu.Apdu;
import io.zizhu.driver.zvt.apdu.State;
import io.zizhu.driver.zvt.apdu.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A registered ZVT pad. After an act whose end was not heard its line is hung up; what became of the money is asked on a
 * new one.
 */
final class ZvtPad implements PayPad {
    static final Set<Ability> ABILITIES = Set.of(
            Ability.SETTLE,
            Ability.ABORT,
            Ability.REVERSE,
            Ability.REFUND,
            Ability.CARD_FOR_REFUND,
            Ability.END_OF_DAY,
            Ability.DIAGNOSE,
            Ability.REPEAT_RECEIPT,
            Ability.PRINT_LINES);

    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final Duration INITIALISATION = Duration.ofSeconds(8);
    private static final int GIVEN_UP = 0x6C;
    private static final int WRONG_CURRENCY = 0x6F;
    private static final int NOT_POSSIBLE = 0x83;
    private static final int REVERSED_ALREADY = 0xB4;

    private final PadLine line;
    private final ZvtSettings settings;
    private final ReceiptText text = new ReceiptText();

    ZvtPad(PadLine line, ZvtSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    @Override
    public Pulse pulse() throws DeviceAway {
        line.again(Patience.of(PULSE));
        return switch (line.ask(Words.statusEnquiry(settings.password()), Patience.of(PULSE))) {
            case Ended.Completed done -> pulse(State.of(done.data()));
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

    private Pulse pulse(State state) throws DeviceAway {
        return switch (state) {
            case READY -> Pulse.well(Media.NOT_SUPPORTED);
            case BUSY ->
                Pulse.ill(
                        Status.DEVICE_BUSY,
                        Media.NOT_SUPPORTED,
                        new Fault(Fault.Kind.BUSY, "the pad is busy, or a card is in it"));
            case BROKEN ->
                Pulse.ill(
                        Status.HARDWARE_ERROR,
                        Media.NOT_SUPPORTED,
                        new Fault(Fault.Kind.BROKEN, "the pad says that it is out of order"));
            case UNINITIALISED -> initialise();
        };
    }

    /** A pad that lost its keys or its tables fetches them from its host when told to. */
    private Pulse initialise() throws DeviceAway {
        return switch (line.ask(Words.initialisation(settings.password()), Patience.of(INITIALISATION))) {
            case Ended.Completed _ -> Pulse.well(Media.NOT_SUPPORTED);
            case Ended.Aborted aborted -> uninitialised(aborted.code());
            case Ended.Rejected(int code) -> uninitialised(code);
            case Ended.NotSent(Fault fault) -> throw away(fault);
            case Ended.Lost(Fault fault) -> throw away(fault);
        };
    }

    private static Pulse uninitialised(int code) {
        return Pulse.ill(
                Status.HARDWARE_ERROR,
                Media.NOT_SUPPORTED,
                new Fault(Fault.Kind.BROKEN, "the pad cannot be initialised: " + hex(code)));
    }

    @Override
    public Mark mark(Patience patience) throws DeviceAway {
        line.untilBack(patience);
        return switch (line.ask(Words.repeatReceipt(settings.password()), patience)) {
            case Ended.Completed done
            when done.stated().isPresent() -> done.stated().get().mark();
            case Ended.Completed _ ->
                throw away(new Fault(Fault.Kind.GARBLED, "a receipt was repeated without content"));
            case Ended.Aborted aborted when aborted.code() == NOT_POSSIBLE -> new Mark(line.terminal(), "", "");
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
        text.forget();
        Apdu command = Words.authorisation(amount.minor(), settings.number());
        return switch (line.askAbortably(command, patience, text::add)) {
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
            line.untilBack(patience);
        } catch (DeviceAway away) {
            return new Charge.Unknown(away.fault());
        }
        return switch (line.ask(Words.repeatReceipt(settings.password()), patience)) {
            case Ended.Completed done
            when done.stated().isPresent() ->
                Settlement.of(before, amount, settings.number(), done.stated().get());
            case Ended.Completed _ -> Settlement.undecided("a receipt was repeated without content");
            case Ended.Aborted aborted
            when aborted.code() == NOT_POSSIBLE && before.receipt().isEmpty() -> new Charge.Cancelled();
            case Ended.Aborted aborted
            when aborted.code() == NOT_POSSIBLE ->
                Settlement.undecided("the pad knows no receipt any more, it had " + before.receipt());
            case Ended.Aborted aborted ->
                Settlement.undecided("the pad does not repeat its receipt: " + hex(aborted.code()));
            case Ended.Rejected(int code) -> Settlement.undecided("the pad does not repeat its receipt: " + hex(code));
            case Ended.NotSent(Fault fault) -> unknown(fault);
            case Ended.Lost(Fault fault) -> unknown(fault);
        };
    }

    @Override
    public Undo reverse(Receipt receipt, Patience patience) {
        if (!receipt.number().matches("\\d{4}")) {
            return new Undo.Failed(new Fault(Fault.Kind.MISCONFIGURED, "\"" + receipt.number() + "\" is no receipt"));
        }
        String terminal = line.terminal();
        if (!terminal.isEmpty() && !receipt.terminal().equals(terminal)) {
            return new Undo.Failed(new Fault(
                    Fault.Kind.REFUSED, "the receipt is of pad " + receipt.terminal() + ", this is " + terminal));
        }
        text.forget();
        Apdu command = Words.reversal(settings.password(), Long.parseLong(receipt.number()));
        return switch (line.ask(command, patience, text::add)) {
            case Ended.Aborted aborted when aborted.code() == REVERSED_ALREADY -> new Undo.Done(receipt.number());
            case Ended ended -> undone(ended, receipt.number());
        };
    }

    @Override
    public Undo refund(Receipt receipt, Patience patience) {
        Amount amount = receipt.amount();
        if (!amount.currency().equals(settings.currency())) {
            return new Undo.Failed(new Fault(
                    Fault.Kind.MISCONFIGURED, "the pad gives " + settings.currency() + ", not " + amount.currency()));
        }
        text.forget();
        Apdu command = Words.refund(settings.password(), amount.minor(), settings.number());
        return undone(line.askAbortably(command, patience, text::add), "");
    }

    /** @param number of the undone receipt, where the undo has none of its own */
    private Undo undone(Ended ended, String number) {
        return switch (ended) {
            case Ended.Completed done
            when done.stated().map(Stated::approved).orElse(true) ->
                new Undo.Done(
                        number.isEmpty() ? done.stated().map(Stated::receipt).orElse("") : number);
            case Ended.Completed done ->
                new Undo.Refused(hex(done.stated().map(Stated::result).orElse(0xFF)));
            case Ended.Aborted(int code, var stated)
            when stated.filter(Stated::approved).isPresent() -> {
                line.hangUp();
                yield new Undo.Unknown(new Fault(Fault.Kind.GARBLED, "approved, then aborted with " + hex(code)));
            }
            case Ended.Aborted aborted -> new Undo.Refused(hex(aborted.code()));
            case Ended.Rejected(int code) -> new Undo.Failed(refused(code));
            case Ended.NotSent(Fault fault) -> new Undo.Failed(fault);
            case Ended.Lost(Fault fault) -> {
                line.hangUp();
                yield new Undo.Unknown(fault);
            }
        };
    }

    @Override
    public DayEnd endOfDay(Patience patience) {
        text.forget();
        return switch (line.ask(Words.endOfDay(settings.password()), patience, text::add)) {
            case Ended.Completed done
            when done.stated().map(stated -> stated.result() > 0).orElse(false) ->
                new DayEnd.Refused(hex(done.stated().map(Stated::result).orElse(0xFF)));
            case Ended.Completed done -> new DayEnd.Closed(totals(done));
            case Ended.Aborted aborted -> new DayEnd.Refused(hex(aborted.code()));
            case Ended.Rejected(int code) -> new DayEnd.Failed(refused(code));
            case Ended.NotSent(Fault fault) -> new DayEnd.Failed(fault);
            case Ended.Lost(Fault fault) -> {
                line.hangUp();
                yield new DayEnd.Unknown(fault);
            }
        };
    }

    private List<DayEnd.Total> totals(Ended.Completed done) {
        return done.stated().stream()
                .flatMap(stated -> stated.groups().stream())
                .map(group -> new DayEnd.Total(group.card(), group.count(), group.minor(), settings.currency()))
                .toList();
    }

    @Override
    public Diagnosis diagnose(Patience patience) {
        text.forget();
        return switch (line.ask(Words.diagnosis(), patience, text::add)) {
            case Ended.Completed _ -> new Diagnosis.Well(text.lines());
            case Ended.Aborted aborted -> new Diagnosis.Troubled(hex(aborted.code()));
            case Ended.Rejected(int code) -> new Diagnosis.Failed(refused(code));
            case Ended.NotSent(Fault fault) -> new Diagnosis.Failed(fault);
            case Ended.Lost(Fault fault) -> {
                line.hangUp();
                yield new Diagnosis.Failed(fault);
            }
        };
    }

    @Override
    public Repeated repeatReceipt(Patience patience) {
        text.forget();
        return switch (line.ask(Words.repeatReceipt(settings.password()), patience, text::add)) {
            case Ended.Completed done
            when done.stated().filter(stated -> stated.minor() > 0).isPresent() -> {
                Stated last = done.stated().get();
                yield new Repeated.Again(last.receipt(new Amount(last.minor(), settings.currency())), text.lines());
            }
            case Ended.Completed _ -> new Repeated.Failed(new Fault(Fault.Kind.GARBLED, "a receipt without an amount"));
            case Ended.Aborted aborted when aborted.code() == NOT_POSSIBLE -> new Repeated.Nothing();
            case Ended.Aborted aborted -> new Repeated.Failed(refused(aborted.code()));
            case Ended.Rejected(int code) -> new Repeated.Failed(refused(code));
            case Ended.NotSent(Fault fault) -> new Repeated.Failed(fault);
            case Ended.Lost(Fault fault) -> {
                line.hangUp();
                yield new Repeated.Failed(fault);
            }
        };
    }

    @Override
    public List<String> receiptText() {
        return text.lines();
    }

    @Override
    public void wipe() {
        text.forget();
    }

    private Charge unknown(Fault fault) {
        line.hangUp();
        return new Charge.Unknown(fault);
    }

    private DeviceAway away(Fault fault) {
        line.hangUp();
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
        line.close();
    }
}
