package io.zizhu.service.port;

/** What journal rows are called; stations and the centre search by these words. */
public final class Kinds {
    public static final String VISIT = "visit";
    public static final String DECIDE = "decide";
    public static final String ACCEPT = "accept";
    public static final String CHARGE = "charge";
    public static final String CONFIRM = "confirm";
    public static final String WITHDRAW = "withdraw";
    public static final String REVERSE = "reverse";
    /** Money given back by a booking of its own, where a reversal came too late. */
    public static final String REFUND = "refund";
    /** What became of money is asked again when its device is back, as long as its doubt is open. */
    public static final String PENDING = "pending";
    /** The centre is told that staff look into a case. */
    public static final String INQUIRY = "inquiry";

    public static final String ISSUE = "issue";
    public static final String SLIP = "slip";
    /** Waits for a person; its outcome is what the person decided. */
    public static final String DOUBT = "doubt";
    /** Paper was put in. */
    public static final String LOADED = "loaded";
    /** Somebody counted what is in. */
    public static final String COUNTED = "counted";
    /** Something is of no use any more, and why. */
    public static final String SPOILED = "spoiled";
    /** Something was kept back; its outcome is what became of it. */
    public static final String RETAINED = "retained";
    /** A shift ended. */
    public static final String HAND_OVER = "hand-over";

    private Kinds() {}
}
