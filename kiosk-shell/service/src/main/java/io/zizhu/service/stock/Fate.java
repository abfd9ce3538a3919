package io.zizhu.service.stock;

/** What became of a sheet that bears a number. */
public enum Fate {
    /** Given to a print whose end nobody knows yet, or nobody will know. */
    TAKEN,
    USED,
    SPOILED,
    /** Not there when the stack was counted. */
    MISSING
}
