package io.zizhu.central.day;

import java.util.List;
import java.util.Set;

/** The journal's words that this room reads. */
final class Kinds {
    static final String CHARGE = "charge";
    static final String CONFIRM = "confirm";
    static final String REVERSE = "reverse";
    static final String REFUND = "refund";
    /** An act that is asked for again when its device is back: {@code act}, and {@code of} the row it goes on from. */
    static final String PENDING = "pending";

    static final String DOUBT = "doubt";

    /** What a doubt is about where money is: a payment, or a journal that was set aside and cannot be read. */
    static final Set<String> DOUBTS = Set.of("payment", "journal");

    /** The staff closed the pad's day: by its intent and its outcome with both sides' totals. */
    static final String DAY_CLOSE = "day-close";

    /** Rows of a case that move money or say that nobody knows. */
    static final List<String> MONEY = List.of(CHARGE, CONFIRM, REVERSE, REFUND, PENDING, DOUBT);

    /** The way of paying whose charges the pad's own totals count. */
    static final String CARD = "card";

    private Kinds() {}
}
