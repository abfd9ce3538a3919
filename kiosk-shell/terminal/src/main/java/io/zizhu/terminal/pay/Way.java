package io.zizhu.terminal.pay;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.profile.Ability;
import io.zizhu.service.port.PayOffice.Order;
import java.util.Optional;

/** How an order gets to its payer. Owner thread, but for {@link #code}. */
sealed interface Way permits ShowWay, ScanWay {
    /** How a payment began. */
    sealed interface Begun {
        /** The order is on its way, and this is how it stands. */
        record Under(Order order) implements Begun {}

        /** Nothing was begun, and so nothing can have been paid. */
        record Not(Charge end) implements Begun {}
    }

    Ability ability();

    /** @throws DeviceAway where what this way needs is not there */
    void probe() throws DeviceAway;

    Begun begin(String order, Amount amount, Patience patience);

    /** The payment has ended, however. */
    void end();

    /** What is on the screen now; any thread. */
    default Optional<PayCode> code() {
        return Optional.empty();
    }
}
