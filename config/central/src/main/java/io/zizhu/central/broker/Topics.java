package io.zizhu.central.broker;

import java.util.Optional;

/**
 * The topics of the line (docs/line.md): {@code k/<tenant>/<terminal>/<leaf>}. A terminal writes {@code ev} and
 * {@code st} and reads {@code cfg} and {@code ack}, its own only.
 */
public final class Topics {
    public static final String TENANT = "training";
    public static final String ROWS = "ev";
    public static final String STATE = "st";
    public static final String POINTER = "cfg";
    public static final String ACK = "ack";
    private static final String ROOT = "k/" + TENANT + "/";

    private Topics() {}

    public static String of(String terminal, String leaf) {
        return ROOT + terminal + "/" + leaf;
    }

    /** All terminals' topics of one leaf; the centre's own subscription. */
    static String every(String leaf) {
        return ROOT + "+/" + leaf;
    }

    /** Whose topic this is, if it has the form of one. */
    static Optional<String> terminal(String topic) {
        String[] parts = topic.split("/", -1);
        return parts.length == 4 && topic.startsWith(ROOT) ? Optional.of(parts[2]) : Optional.empty();
    }
}
