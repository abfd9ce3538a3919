package io.zizhu.driver.ipp;

import io.zizhu.device.Fault;

/** A request that got no good answer. Caught in this package: whether it was sent decides what became of the paper. */
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    /** How far it came. */
    enum Reach {
        /** Not one byte reached the printer. */
        NOT_SENT,
        /** Nobody knows what the printer has of it. */
        PERHAPS,
        /** The printer answered, and said no. */
        REFUSED
    }

    private final transient Fault fault;
    private final Reach reach;

    Unanswered(Fault fault, Reach reach) {
        super(fault.toString());
        this.fault = fault;
        this.reach = reach;
    }

    Unanswered(Fault fault, Reach reach, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
        this.reach = reach;
    }

    Fault fault() {
        return fault;
    }

    Reach reach() {
        return reach;
    }
}
