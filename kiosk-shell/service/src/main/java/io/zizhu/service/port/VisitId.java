package io.zizhu.service.port;

/** One citizen's stay, by a random word that says nothing of them. */
public record VisitId(String value) {
    /** The kiosk itself, for rows that belong to no visit. */
    public static final VisitId NONE = new VisitId("");

    @Override
    public String toString() {
        return value;
    }
}
