package io.zizhu.wire.report;

/**
 * The MQTT topics of one terminal. Exact names only: nobody subscribes to a pattern for what is retained.
 *
 * @param tenant the organisation, {@code training} in training
 * @param terminal the terminal's id, also its client id and its certificate's common name
 */
public record Topics(String tenant, String terminal) {
    /** The doorbell, retained {@code Pointer}; the centre rings, the terminal hears. */
    public String cfg() {
        return under("cfg");
    }

    /** {@link Ack}, from the centre. */
    public String ack() {
        return under("ack");
    }

    /** {@link Presence}, retained, from the terminal or its will. */
    public String st() {
        return under("st");
    }

    /** {@link RowBatch}, from the terminal. */
    public String ev() {
        return under("ev");
    }

    private String under(String leaf) {
        return "k/" + tenant + "/" + terminal + "/" + leaf;
    }
}
