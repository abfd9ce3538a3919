package io.zizhu.device;

/** How an outcome that nobody knows can be found out; every {@code Unknown} names one. */
public enum FindOut {
    /** Ask the device what became of the charge, by the mark read before it. */
    SETTLE,
    /** Ask the device what became of the job, by its name. */
    FOLLOW,
    /** The device cannot tell: a person looks and decides. */
    LOOK
}
