package io.zizhu.driver.zvt;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Mark;

/** What became of a charge, read off the pad's last receipt. Pure. */
final class Settlement {
    /** Receipt numbers have four digits; so many ahead still counts as newer, more as another count altogether. */
    private static final long AHEAD = 1_000;

    private Settlement() {}

    /**
     * @param before the count as it stood before the charge
     * @param number the currency's ISO 4217 number
     * @param last what the pad states of its last receipt
     */
    static Charge of(Mark before, Amount amount, int number, Stated last) {
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
        if (!last.tells(amount, number)) {
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

    /** The pad has said all it can. */
    static Charge undecided(String why) {
        return new Charge.Unknown(new Fault(Fault.Kind.REFUSED, why), FindOut.LOOK);
    }
}
