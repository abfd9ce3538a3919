package io.zizhu.terminal;

import java.util.concurrent.Callable;

/** Why the terminal ends before it serves anybody; the message says in one line what to do. */
final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    /** The exit codes; systemd units and scripts rely on them. */
    enum Reason {
        /** The command line is wrong. */
        USAGE(2),
        /** The data folder or the journal cannot be used, or another terminal uses it. */
        DATA(3),
        /** A factory section is missing or refused. */
        FACTORY(4),
        /** The centre said no to the join code. */
        JOIN_REFUSED(5),
        /** The centre did not answer to the join; the code may be tried again. */
        CENTRE_AWAY(6),
        /** A font of paper is missing. */
        FONTS(7),
        /** A port is taken, or the screens cannot be mounted. */
        DOOR(8);

        private final int code;

        Reason(int code) {
            this.code = code;
        }
    }

    private final Reason reason;

    CannotStart(Reason reason, String what) {
        super(what);
        this.reason = reason;
    }

    CannotStart(Reason reason, String what, Throwable cause) {
        super(what, cause);
        this.reason = reason;
    }

    /** Makes a part without which nothing starts. */
    static <T> T unless(Reason reason, String what, Callable<T> part) throws CannotStart {
        try {
            return part.call();
        } catch (Exception trouble) {
            throw new CannotStart(reason, what + ": " + trouble, trouble);
        }
    }

    int code() {
        return reason.code;
    }
}
