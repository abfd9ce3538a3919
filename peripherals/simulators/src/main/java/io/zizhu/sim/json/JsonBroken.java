package io.zizhu.sim.json;

/** The text is not JSON; the message names the place. */
public final class JsonBroken extends Exception {
    private static final long serialVersionUID = 1L;

    JsonBroken(String message) {
        super(message);
    }
}
