package io.zizhu.device;

/**
 * What lies in or on the device: a card, or the paper that is left. The second axis beside {@link Status}: a printer
 * without paper is {@code online} and {@code OUT}.
 */
public enum Media {
    UNKNOWN("unknown"),
    NOT_SUPPORTED("notSupported"),
    NOT_PRESENT("notPresent"),
    PRESENT("present"),
    FULL("full"),
    LOW("low"),
    OUT("out"),
    JAMMED("jammed"),
    /** A door or a locker. */
    OPEN("open"),
    CLOSED("closed");

    private final String word;

    Media(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
