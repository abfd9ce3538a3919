package io.zizhu.service.port;

/** How a person pays here. */
public enum Way {
    /** With a card at the pad. */
    CARD("card"),
    /** Scans a code from the screen. */
    CODE("code"),
    /** Has a code scanned. */
    SCAN("scan");

    private final String word;

    Way(String word) {
        this.word = word;
    }

    /** As the journal spells it. */
    public String word() {
        return word;
    }

    /** A row that does not say it is of a card. */
    public static Way of(String word) {
        for (Way way : values()) {
            if (way.word.equals(word)) {
                return way;
            }
        }
        return CARD;
    }
}
