package io.zizhu.wire.json;

/**
 * Thrown while a form is read and caught at the door by {@link Form}, which turns it into {@link Read.Bad}; thrown
 * straight to the caller only where our own code tried to write what has no canonical form. Names the place, never the
 * value: values may be personal.
 */
public final class Misfit extends RuntimeException {
    private final String field;
    private final String why;

    public Misfit(String field, String why) {
        super(field + ": " + why);
        this.field = field;
        this.why = why;
    }

    /** Where: a path such as {@code sections[1].name}, or {@code at 17} for a character position. */
    public String field() {
        return field;
    }

    public String why() {
        return why;
    }
}
