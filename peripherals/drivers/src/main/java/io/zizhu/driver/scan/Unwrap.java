package io.zizhu.driver.scan;

import java.util.List;

/**
 * Cuts whole codes out of what a scanner sends. Pure: no clock, no line, memory bounded whatever comes in; so that a
 * fuzzer can feed it. One thread.
 */
interface Unwrap {
    /**
     * Takes the next bytes, in whatever pieces they came; keeps no reference to them.
     *
     * @return the codes that they completed, oldest first; often none
     */
    List<Raw> feed(byte[] chunk);

    /** Half a code has come: the rest must follow soon. */
    boolean torn();

    /** The rest did not come: drops the half, which counts as spoilt. */
    void giveUp();

    /** What comes up to the end of the half code belongs to it and is dropped with it: it was scanned too early. */
    void disown();

    /** How many codes could not be used since the last {@link #forget()}. */
    int spoilt();

    /** What was wrong with the last one that could not be used; never its content. */
    String complaint();

    /** Starts counting afresh; a half code stays. */
    void forget();

    /** Drops and wipes everything. */
    void wipe();
}
