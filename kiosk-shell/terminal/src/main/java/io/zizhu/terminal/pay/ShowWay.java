package io.zizhu.terminal.pay;

import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.profile.Ability;
import io.zizhu.service.port.PayOffice;
import io.zizhu.service.port.PayOffice.Order;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The person scans a code from the screen. */
final class ShowWay implements Way {
    private final PayOffice office;
    private final Pace pace;
    private final InstantSource clock;
    private volatile Optional<PayCode> shown = Optional.empty();

    ShowWay(PayOffice office, Pace pace, InstantSource clock) {
        this.office = office;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public Ability ability() {
        return Ability.SHOW_CODE;
    }

    @Override
    public void probe() {}

    @Override
    public Begun begin(String order, Amount amount, Patience patience) {
        Order made = office.show(order, amount, pace.ask());
        return switch (made) {
            case Order.Waiting(String code, Duration left) -> {
                shown = Optional.of(new PayCode(code, amount, clock.instant().plus(left)));
                yield new Begun.Under(made);
            }
            // no answer brought a code: nobody has seen one, so nobody can pay it
            case Order.Away(Fault fault) -> new Begun.Not(new Charge.Failed(fault));
            case Order.Refused(String reason) ->
                new Begun.Not(new Charge.Failed(new Fault(Fault.Kind.REFUSED, "the payment office: " + reason)));
            case Order.None() ->
                new Begun.Not(new Charge.Failed(new Fault(Fault.Kind.GARBLED, "no order, and no reason why")));
            case Order.Paying(), Order.Closed(), Order.Refunded() -> new Begun.Under(made);
            case Order.Paid paid -> new Begun.Under(paid);
            case Order.Declined declined -> new Begun.Under(declined);
        };
    }

    @Override
    public void end() {
        shown = Optional.empty();
    }

    @Override
    public Optional<PayCode> code() {
        return shown;
    }
}
