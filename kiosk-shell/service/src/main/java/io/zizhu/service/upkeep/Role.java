package io.zizhu.service.upkeep;

/** What somebody of the station may do alone. */
public enum Role {
    /** Refills, clears, tests and counts. */
    ATTENDANT("attendant"),
    /** The same, and stands beside another for security paper and money. */
    SUPERVISOR("supervisor");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** As the staff section writes it. */
    public String word() {
        return word;
    }
}
