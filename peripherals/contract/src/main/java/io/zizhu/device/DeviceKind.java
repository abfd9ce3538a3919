package io.zizhu.device;

/** The class of a device; the word is what settings, {@code /health} and the bench call it. */
public enum DeviceKind {
    ID_READER("id-reader"),
    FACE_CAMERA("face-camera"),
    CERTIFICATE_PRINTER("certificate-printer"),
    RECEIPT_PRINTER("receipt-printer"),
    PAY_PAD("pay-pad"),
    FINGER_READER("finger-reader"),
    PASSPORT_READER("passport-reader"),
    CODE_SCANNER("code-scanner"),
    DOCUMENT_CAMERA("document-camera"),
    /** Money by a code on a screen; asked through the same contract as a pad. */
    QR_PAY("qr-pay"),
    CARD_DISPENSER("card-dispenser"),
    ENDORSEMENT_MACHINE("endorsement-machine"),
    LOCKER("locker"),
    CABINET("cabinet"),
    UPS("ups");

    private final String word;

    DeviceKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** @throws IllegalArgumentException naming the word, where no kind is called so */
    public static DeviceKind of(String word) {
        for (DeviceKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of device is called \"" + word + "\"");
    }
}
