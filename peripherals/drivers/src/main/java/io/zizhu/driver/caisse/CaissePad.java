package io.zizhu.driver.caisse;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A pad that speaks Caisse-AP. The protocol knows a payment and a refund, and nothing else: no count that could be read,
 * no question what became of a payment, no way to call one off. So it has none of {@code SETTLE}, {@code ABORT} and {@code
 * REVERSE}: a payment without an answer stays unknown until a person looks at the pad or the bank's list, and who wants to
 * give up must do so at the pad.
 */
final class CaissePad implements PayPad {
    static final Set<Ability> ABILITIES = Set.of(Ability.REFUND, Ability.CARD_FOR_REFUND);

    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final String DEBIT = "0";
    private static final String REIMBURSE = "1";
    private static final String DONE = "10";
    private static final String NOT_DONE = "01";
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final int FRONT = 6;
    private static final int BACK = 4;

    private final CaisseLine line;
    private final CaisseSettings settings;

    CaissePad(CaisseLine line, CaisseSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    @Override
    public Set<Ability> abilities() {
        return ABILITIES;
    }

    /** Asks for a payment without an amount, which every pad must answer with "format" (AF 09) and nothing else. */
    @Override
    public Pulse pulse() throws DeviceAway {
        return switch (line.ask(head(DEBIT), Patience.of(PULSE))) {
            case CaisseLine.Told.Answer(CaisseMessage answer)
            when answer.find("AE").orElse("").equals(NOT_DONE) -> Pulse.well(Media.NOT_SUPPORTED);
            case CaisseLine.Told.Answer answer ->
                throw new DeviceAway(
                        Fault.Kind.GARBLED, settings.place() + ": did not refuse a payment without an amount");
            case CaisseLine.Told.NotSent(Fault fault) -> throw new DeviceAway(fault);
            case CaisseLine.Told.Lost(Fault fault) -> throw new DeviceAway(fault);
        };
    }

    private CaisseMessage head(String action) {
        return CaisseMessage.begin()
                .with("CJ", settings.protocolId())
                .with("CA", settings.till())
                .with("CD", action)
                .with("CE", settings.number())
                .with("BA", "0"); // answer when it is over
    }

    private CaisseMessage question(String action, Amount amount) {
        return head(action).with("CB", "%02d".formatted(amount.minor()));
    }

    @Override
    public Mark mark(Patience patience) {
        return new Mark("", "", "");
    }

    @Override
    public Charge charge(Amount amount, Patience patience) {
        if (patience.over()) {
            return new Charge.Failed(new Fault(Fault.Kind.SILENT, "no patience was left to ask " + settings.place()));
        }
        if (!amount.currency().equals(settings.currency())) {
            return new Charge.Failed(new Fault(
                    Fault.Kind.MISCONFIGURED, "the pad takes " + settings.currency() + ", not " + amount.currency()));
        }
        CaisseMessage question = question(DEBIT, amount);
        return switch (line.ask(question, patience)) {
            case CaisseLine.Told.Answer(CaisseMessage answer)
            when !answers(answer, question) ->
                unknown(new Fault(Fault.Kind.GARBLED, "the pad answered something else than was asked"));
            case CaisseLine.Told.Answer(CaisseMessage answer) -> charged(answer, amount);
            case CaisseLine.Told.NotSent(Fault fault) -> new Charge.Failed(fault);
            case CaisseLine.Told.Lost(Fault fault) -> unknown(fault);
        };
    }

    private static Charge charged(CaisseMessage answer, Amount amount) {
        String status = answer.find("AE").orElse("");
        if (status.equals(DONE)) {
            return new Charge.Approved(receipt(answer, amount));
        }
        if (!status.equals(NOT_DONE)) {
            return unknown(new Fault(Fault.Kind.GARBLED, "the pad's status is " + status));
        }
        String cause = answer.find("AF").orElse("00");
        return switch (cause) {
            case "06", "08", "11" -> new Charge.Cancelled(); // abandoned, nobody came, abandoned by the person
            case "09", "10", "12", "13" -> new Charge.Failed(misunderstood(cause));
            default -> new Charge.Declined(cause);
        };
    }

    /** The answer must say again what was asked: till, action, currency and amount, the last with any zeros in front. */
    private static boolean answers(CaisseMessage answer, CaisseMessage question) {
        for (String tag : new String[] {"CA", "CD", "CE"}) {
            if (!answer.find(tag).equals(question.find(tag))) {
                return false;
            }
        }
        return amount(answer).equals(amount(question));
    }

    private static String amount(CaisseMessage message) {
        return message.find("CB").orElse("").replaceFirst("^0+", "");
    }

    /** The contract (CG) stands for the terminal, the authorisation (AC) for the number; a trace there is none. */
    private static Receipt receipt(CaisseMessage answer, Amount amount) {
        return new Receipt(
                answer.find("CG").orElse(""),
                answer.find("AC").orElse(""),
                "",
                amount,
                masked(answer.find("AA").orElse("")));
    }

    /** Pads mask with #; one that does not mask is masked here, six digits and four stay. */
    private static String masked(String number) {
        StringBuilder card = new StringBuilder(number.replace('#', '*'));
        for (int at = FRONT; at < card.length() - BACK; at++) {
            if (DIGIT.matcher(card.substring(at, at + 1)).matches()) {
                card.setCharAt(at, '*');
            }
        }
        return card.toString();
    }

    private static Fault misunderstood(String cause) {
        return new Fault(
                cause.equals("13") ? Fault.Kind.MISCONFIGURED : Fault.Kind.REFUSED,
                "the pad does not do what it is asked: AF " + cause);
    }

    private static Charge unknown(Fault fault) {
        return new Charge.Unknown(fault, FindOut.LOOK);
    }

    @Override
    public Charge settle(Mark before, Amount amount, Patience patience) {
        return unknown(new Fault(Fault.Kind.REFUSED, "this pad cannot be asked what became of a payment"));
    }

    @Override
    public Undo refund(Receipt receipt, Patience patience) {
        Amount amount = receipt.amount();
        if (!amount.currency().equals(settings.currency())) {
            return new Undo.Failed(new Fault(
                    Fault.Kind.MISCONFIGURED, "the pad gives " + settings.currency() + ", not " + amount.currency()));
        }
        CaisseMessage question = question(REIMBURSE, amount);
        return switch (line.ask(question, patience)) {
            case CaisseLine.Told.Answer(CaisseMessage answer)
            when !answers(answer, question) ->
                new Undo.Unknown(new Fault(Fault.Kind.GARBLED, "the pad answered something else than was asked"));
            case CaisseLine.Told.Answer(CaisseMessage answer) -> refunded(answer);
            case CaisseLine.Told.NotSent(Fault fault) -> new Undo.Failed(fault);
            case CaisseLine.Told.Lost(Fault fault) -> new Undo.Unknown(fault);
        };
    }

    private static Undo refunded(CaisseMessage answer) {
        String cause = answer.find("AF").orElse("00");
        return switch (answer.find("AE").orElse("")) {
            case DONE -> new Undo.Done(answer.find("AC").orElse(""));
            case NOT_DONE -> new Undo.Refused(cause);
            default -> new Undo.Unknown(new Fault(Fault.Kind.GARBLED, "the pad says neither done nor not done"));
        };
    }

    @Override
    public void close() {
        line.close();
    }
}
