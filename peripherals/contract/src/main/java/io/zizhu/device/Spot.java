package io.zizhu.device;

/**
 * A place of a device where something lies, runs low or stands open: the keys of its second axis (modelled on the status
 * sections of XFS4IoT, CWA 17852: CardReader, Printer, Auxiliaries). Which of them a device tells is its own matter.
 */
public enum Spot {
    /** An identity or bank card on or in the device. */
    CARD("card"),
    /** A document on the glass or in the reader. */
    DOCUMENT("document"),
    /** Sheets or roll that wait to be printed on. */
    PAPER("paper"),
    TONER("toner"),
    /** What lies at the exit for a person to take. */
    EXIT("exit"),
    /** Where the device puts what nobody took. */
    BIN("bin"),
    /** Blank cards or booklets to hand out. */
    STOCK("stock"),
    /** Lockers that are free. */
    LOCKER("locker"),
    FINGER("finger"),
    /** A person before the cabinet. */
    PERSON("person"),
    DOOR("door"),
    BATTERY("battery"),
    MAINS("mains");

    private final String word;

    Spot(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
