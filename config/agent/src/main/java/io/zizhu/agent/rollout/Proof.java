package io.zizhu.agent.rollout;

/** Port: is the terminal well under the new bundle? Implemented by the terminal's watch. */
public interface Proof {
    /** Remembers how things are before the bundle is applied: what was away already is not the bundle's fault. */
    Trial begin();

    /** Compares. Asked now and then during probation; the last answer before its end counts. */
    interface Trial {
        Sign sign();
    }

    sealed interface Sign {
        record Well() implements Sign {}

        /** @param reason in technician's words: it travels to the console */
        record Ill(String reason) implements Sign {}
    }
}
