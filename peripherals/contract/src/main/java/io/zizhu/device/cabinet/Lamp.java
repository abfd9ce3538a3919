package io.zizhu.device.cabinet;

/** The lamps a kiosk may have: where a citizen should look, and what staff should see from afar. */
public enum Lamp {
    CARD_READER("card-reader"),
    PAY_PAD("pay-pad"),
    RECEIPT_PRINTER("receipt-printer"),
    CERTIFICATE_PRINTER("certificate-printer"),
    DISPENSER("dispenser"),
    /** Lights the face for the camera. */
    FACE("face"),
    /** Seen from afar: something needs a hand. */
    STATUS("status"),
    /** For whoever works inside. */
    INSIDE("inside");

    private final String word;

    Lamp(String word) {
        this.word = word;
    }

    /** What settings call it. */
    public String word() {
        return word;
    }
}
