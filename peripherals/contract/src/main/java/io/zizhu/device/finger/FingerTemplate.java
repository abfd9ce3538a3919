package io.zizhu.device.finger;

import java.util.Arrays;

/**
 * What is kept of a finger so that it can be compared. Withheld like the card itself; whoever is done with one wipes it.
 *
 * @param form how the bytes are to be understood
 */
public record FingerTemplate(Form form, byte[] bytes) {
    /** What the bytes are. */
    public enum Form {
        /** Finger minutiae record of ISO/IEC 19794-2:2005, which any comparer understands. */
        ISO_19794_2_2005,
        /** The 512 bytes a second-generation ID card holds for a finger: a national format that is not public. */
        CARD_GA_490
    }

    public FingerTemplate {
        bytes = bytes.clone();
    }

    /** A copy, which its caller wipes. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Overwrites the bytes: what is left compares with nothing. */
    public void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
