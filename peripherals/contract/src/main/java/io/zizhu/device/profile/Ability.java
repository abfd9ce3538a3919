package io.zizhu.device.profile;

/**
 * What a device can do beyond the least that its contract asks of every device of its class. Callers ask before they
 * use it; an act that needs a missing ability answers that it is not there and does nothing.
 */
public enum Ability {
    // identity cards and travel documents
    READ_FINGERS("readFingers"),
    READ_NEW_ADDRESS("readNewAddress"),
    DECODE_PHOTO("decodePhoto"),
    BAC("bac"),
    PACE("pace"),
    // paper
    CUT("cut"),
    QR("qr"),
    RASTER("raster"),
    /** The device tells that what it presented was taken. */
    SENSE_TAKEN("senseTaken"),
    /** The device can take back what nobody took. */
    RETAIN("retain"),
    /** The device tells by itself when paper or cover change, without being asked. */
    PUSH_STATUS("pushStatus"),
    /** Sheets are counted by the device, not by us. */
    COUNT_SHEETS("countSheets"),
    // money
    /** What became of a charge can be found out by asking the device. */
    SETTLE("settle"),
    /** A charge that waits can be called off by us, not only by the person before the device. */
    ABORT("abort"),
    REVERSE("reverse"),
    REFUND("refund"),
    /** A refund waits for the card or code that paid. */
    CARD_FOR_REFUND("cardForRefund"),
    END_OF_DAY("endOfDay"),
    REPEAT_RECEIPT("repeatReceipt"),
    DIAGNOSE("diagnose"),
    PRINT_LINES("printLines"),
    SHOW_CODE("showCode"),
    SCAN_CODE("scanCode"),
    // pictures and fingers
    PREVIEW("preview"),
    CAPTURE("capture"),
    MATCH("match"),
    // cabinets
    LIGHTS("lights"),
    DOORS("doors"),
    PRESENCE("presence"),
    STOCK_SENSORS("stockSensors");

    private final String word;

    Ability(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
