package io.zizhu.device.scan;

/** The kind of a code, by the letter of its AIM identifier (ISO/IEC 15424: {@code ]Q1} is a QR code). */
public enum Symbology {
    /** The scanner does not say. */
    UNTOLD('\0'),
    /** It says one that is not in this list. */
    OTHER('\0'),
    CODE_39('A'),
    CODE_128('C'),
    EAN_UPC('E'),
    CODABAR('F'),
    CODE_93('G'),
    INTERLEAVED_2_OF_5('I'),
    PDF_417('L'),
    QR('Q'),
    MAXI_CODE('U'),
    DATA_MATRIX('d'),
    DATA_BAR('e'),
    HAN_XIN('h'),
    AZTEC('z');

    private final char letter;

    Symbology(char letter) {
        this.letter = letter;
    }

    /** The one whose AIM letter this is; {@link #OTHER} for letters of kinds that this list leaves out. */
    public static Symbology ofAim(char letter) {
        for (Symbology one : values()) {
            if (one.letter == letter && letter != '\0') {
                return one;
            }
        }
        return OTHER;
    }
}
