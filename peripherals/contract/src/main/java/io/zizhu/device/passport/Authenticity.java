package io.zizhu.device.passport;

/**
 * Passive authentication (Doc 9303-11, 5.1), step by step. It proves who wrote the content, never that the chip is no
 * copy of another one.
 *
 * @param content the data groups read have the hashes that the security object (SOD) states
 * @param signature the security object is signed with the key of the certificate it carries
 * @param signer that certificate was issued, and is valid today, under a country's key that this reader was given
 */
public record Authenticity(Finding content, Finding signature, Finding signer) {
    public enum Finding {
        CONFIRMED,
        CONTRADICTED,
        /** Nothing to check with, or not understood; {@link Authenticity} claims nothing. */
        NOT_CHECKED
    }

    public static Authenticity notChecked() {
        return new Authenticity(Finding.NOT_CHECKED, Finding.NOT_CHECKED, Finding.NOT_CHECKED);
    }

    /** Every step confirmed. */
    public boolean proved() {
        return content == Finding.CONFIRMED && signature == Finding.CONFIRMED && signer == Finding.CONFIRMED;
    }

    /** Some step contradicted: altered, damaged or forged. */
    public boolean disproved() {
        return content == Finding.CONTRADICTED || signature == Finding.CONTRADICTED || signer == Finding.CONTRADICTED;
    }
}
