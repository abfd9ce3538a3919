package io.zizhu.sim.peer;

/** An act that the pretend device cannot do now; the message says why, for the person at the bench. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    public Refused(String reason) {
        super(reason);
    }
}
