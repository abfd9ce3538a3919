package io.zizhu.device.pay;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import java.util.List;
import java.util.Optional;

/**
 * Takes money. The kiosk never sees a PIN or a full card number.
 *
 * <p>Charging is what every pad can; the rest it tells in {@link #abilities()}, and callers ask that first:
 * {@code SETTLE ABORT REVERSE REFUND END_OF_DAY DIAGNOSE REPEAT_RECEIPT PRINT_LINES}. An act whose ability is missing
 * does nothing and answers so. Every method is called on the keeper's owner thread.
 */
public interface PayPad extends Device {
    /**
     * Where the pad's count stands now; asked before every charge and written into the intent. All empty where the pad
     * has no count that can be asked for: then it lacks {@code SETTLE}.
     */
    Mark mark(Patience patience) throws DeviceAway;

    /**
     * Charges once. A patience that ends or is cancelled aborts at the pad, and the outcome says what the pad confirmed;
     * a pad without {@code ABORT} keeps the last word, so that giving up leaves the charge {@code Unknown}.
     *
     * @return {@code Failed} for a currency that the pad does not take: nothing was begun
     */
    Charge charge(Amount amount, Patience patience) throws DeviceAway;

    /**
     * Finds out what became of a charge that was begun after {@code before}: a newer receipt of equal amount and
     * terminal is ours; the old one means not charged ({@code Cancelled}); anything else stays {@code Unknown}. A pad
     * without {@code SETTLE} answers {@code Unknown} and sends to {@link io.zizhu.device.FindOut#LOOK}.
     */
    Charge settle(Mark before, Amount amount, Patience patience) throws DeviceAway;

    /** Takes a charge back as if it had never been, by its receipt; only until the day is closed. {@code REVERSE} */
    default Undo reverse(Receipt receipt, Patience patience) throws DeviceAway {
        return new Undo.Failed(missing("reversal"));
    }

    /**
     * Gives the amount of a receipt back as a booking of its own, also after the day was closed. Some pads ask for the
     * card again: then a person must stand there. What a pad cannot tell from a second refund it pays out a second time,
     * so never repeat one that is {@code Unknown}. {@code REFUND}
     */
    default Undo refund(Receipt receipt, Patience patience) throws DeviceAway {
        return new Undo.Failed(missing("refund"));
    }

    /** Hands the day over to the bank and begins a new one: from then on an undo is a refund. {@code END_OF_DAY} */
    default DayEnd endOfDay(Patience patience) throws DeviceAway {
        return new DayEnd.Failed(missing("end of day"));
    }

    /** Lets the pad try its way to the bank; no money moves. {@code DIAGNOSE} */
    default Diagnosis diagnose(Patience patience) throws DeviceAway {
        return new Diagnosis.Failed(missing("diagnosis"));
    }

    /** Asks for the last receipt once more, with its text where the pad hands text out. {@code REPEAT_RECEIPT} */
    default Repeated repeatReceipt(Patience patience) throws DeviceAway {
        return new Repeated.Failed(missing("repeated receipt"));
    }

    /**
     * What the pad gave to print for the person in its last act, line by line, card numbers masked; forgotten at the next
     * act and at {@link #wipe()}. {@code PRINT_LINES}
     */
    default List<String> receiptText() {
        return List.of();
    }

    /** What the person shall scan from the screen just now, while a charge waits for that. Any thread. {@code SHOW_CODE} */
    default Optional<PayCode> code() {
        return Optional.empty();
    }

    private static Fault missing(String what) {
        return new Fault(Fault.Kind.REFUSED, "this pad knows no " + what);
    }
}
