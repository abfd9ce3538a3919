package io.zizhu.device.pay;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Takes money. The kiosk never sees a PIN or a full card number. */
public interface PayPad extends Device {
    /** Where the pad's count stands now; asked before every charge and written into the intent. */
    Mark mark(Patience patience) throws DeviceAway;

    /** Charges once. A cancelled patience aborts at the pad; the outcome says what the pad confirmed. */
    Charge charge(Amount amount, Patience patience) throws DeviceAway;

    /**
     * Finds out what became of a charge that was begun after {@code before}: a newer receipt of equal amount and
     * terminal is ours; the old one means not charged ({@code Cancelled}); anything else stays {@code Unknown}.
     */
    Charge settle(Mark before, Amount amount, Patience patience) throws DeviceAway;

    /** Gives a charge back by its receipt. */
    Undo reverse(Receipt receipt, Patience patience) throws DeviceAway;
}
