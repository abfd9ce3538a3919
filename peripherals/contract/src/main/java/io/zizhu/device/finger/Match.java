package io.zizhu.device.finger;

/** Whether two templates are of the same finger. What follows is the flow's policy. */
public sealed interface Match {
    record Same(Judgement judgement) implements Match {}

    record Different(Judgement judgement) implements Match {}

    /** Nobody judged: never to be read as different, still less as the same. */
    record NotCompared(Reason reason, String detail) implements Match {}

    /**
     * @param score of the comparer's own scale, higher is more alike
     * @param threshold from which on the score counts as the same finger
     * @param comparer name and version of what judged
     */
    record Judgement(double score, double threshold, String comparer) {}

    /** Why nobody judged. */
    enum Reason {
        /** No comparer here understands both forms; the card's needs a vendor's plug-in. */
        NO_COMPARER,
        /** A template is not what its form says. */
        UNREADABLE,
        /** A template shows too little of the finger to judge by. */
        TOO_FEW_POINTS
    }
}
