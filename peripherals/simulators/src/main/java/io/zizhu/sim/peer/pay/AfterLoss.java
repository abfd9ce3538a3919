package io.zizhu.sim.peer.pay;

import io.zizhu.sim.peer.Refused;
import java.util.Locale;

/** What the pad does with an approved payment whose outcome could not be told. */
public enum AfterLoss {
    /** The money stays taken; a pad that can be asked shows the new receipt. */
    KEEP,
    /** The pad gives it back by itself; asked, it shows the receipt before. */
    VOID,
    /** It never reached the bank and the pad knows nothing of it; asked, it shows the receipt before. */
    FORGET,
    /** The money stays taken but the pad's memory is broken: asked, it answers a system error. */
    WIPED;

    static AfterLoss of(String word) throws Refused {
        for (AfterLoss each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw new Refused("then: \"" + word + "\" is none of keep, void, forget, wiped");
    }
}
