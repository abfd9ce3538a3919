package io.zizhu.terminal.tenant;

/** A section that cannot be lived by; says where and what, in technician's words. Caught by {@link Held} alone. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param place such as {@code pay-pad/driver} */
    public Refusal(String section, String place, String value, String why) {
        this(section + "/" + place + ": \"" + value + "\", " + why);
    }

    public Refusal(String what) {
        super(what);
        this.what = what;
    }

    public String what() {
        return what;
    }
}
