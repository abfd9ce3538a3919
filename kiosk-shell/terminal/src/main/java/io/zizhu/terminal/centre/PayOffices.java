package io.zizhu.terminal.centre;

import io.zizhu.agent.line.Office;
import io.zizhu.device.Fault;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.scan.Content;
import io.zizhu.service.port.PayOffice;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.PayAct;
import io.zizhu.wire.ask.Question;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks the centre's payment back office over the agent's line. Any thread. */
public final class PayOffices implements PayOffice {
    private final BackOffices.Line line;
    private final BooleanSupplier there;

    public PayOffices(BackOffices.Line line, BooleanSupplier there) {
        this.line = line;
        this.there = there;
    }

    @Override
    public boolean there() {
        return there.getAsBoolean();
    }

    @Override
    public Order ready(Duration patience) {
        return ask("", new PayAct.Ready(), patience);
    }

    @Override
    public Order show(String number, Amount amount, Duration patience) {
        return ask(number, new PayAct.Show(amount.minor()), patience);
    }

    @Override
    public Order scan(String number, Amount amount, Content payer, Duration patience) {
        return payer.length() > 200
                ? new Order.Declined("noPayersCode")
                : ask(number, new PayAct.Scan(amount.minor(), payer.text()), patience);
    }

    @Override
    public Order query(String number, Duration patience) {
        return ask(number, new PayAct.Query(), patience);
    }

    @Override
    public Order close(String number, Duration patience) {
        return ask(number, new PayAct.Close(), patience);
    }

    @Override
    public Order refund(String number, Amount amount, Duration patience) {
        return ask(number, new PayAct.Refund(amount.minor()), patience);
    }

    private Order ask(String number, PayAct act, Duration patience) {
        try {
            return order(number, line.ask(new Question.Pay(number, act), patience));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return away(Fault.Kind.LOST, "the terminal is stopping");
        }
    }

    private static Order order(String number, Office.Heard heard) {
        return switch (heard) {
            case Office.Heard.Away(String reason) -> away(Fault.Kind.SILENT, "the centre: " + reason);
            case Office.Heard.Said(Answer.Payment payment) when payment.order().equals(number) -> order(payment);
            case Office.Heard.Said(Answer.Done()) -> new Order.None();
            case Office.Heard.Said(Answer.Refused(String reason)) -> new Order.Refused(reason);
            case Office.Heard.Said(Answer other) ->
                away(
                        Fault.Kind.GARBLED,
                        "an answer to another question: " + other.getClass().getSimpleName());
        };
    }

    private static Order order(Answer.Payment payment) {
        return switch (payment.stands()) {
            case WAITING -> new Order.Waiting(payment.code(), Duration.ofSeconds(payment.secondsLeft()));
            case PAYING -> new Order.Paying();
            case PAID -> new Order.Paid(payment.fen(), payment.number());
            case DECLINED -> new Order.Declined(payment.reason());
            case CLOSED -> new Order.Closed();
            case REFUNDED -> new Order.Refunded();
            case NONE -> new Order.None();
            case UNSURE -> away(Fault.Kind.SILENT, "the acquirer does not say");
        };
    }

    private static Order away(Fault.Kind kind, String why) {
        return new Order.Away(new Fault(kind, why));
    }
}
