package io.zizhu.sim.peer.passport.crypt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Key derivation of Doc 9303-11, 9.7.1: SHA-1, cut to 16 bytes (3DES with two keys, AES-128). */
public final class Keys {
    public static final int ENCRYPT = 1;
    public static final int MAC = 2;
    public static final int PASSWORD = 3;

    private Keys() {}

    /** @param counter one of the three above */
    public static byte[] derive(byte[] shared, int counter) {
        MessageDigest sha1 = sha1();
        sha1.update(shared);
        return Arrays.copyOf(sha1.digest(new byte[] {0, 0, 0, (byte) counter}), 16);
    }

    /** The first 16 bytes of the digest of what the zone prints: number, birth, expiry, each with its check digit. */
    public static byte[] bacSeed(String zoneFields) {
        return Arrays.copyOf(paceZone(zoneFields), 16);
    }

    /** The whole digest of the same. */
    public static byte[] paceZone(String zoneFields) {
        return sha1().digest(zoneFields.getBytes(StandardCharsets.US_ASCII));
    }

    /** DES keys carry odd parity (9.7.1.1); a cipher does not care, a golden file does. */
    public static byte[] oddParity(byte[] key) {
        byte[] even = key.clone();
        for (int i = 0; i < even.length; i++) {
            int bits = even[i] & 0xFE;
            even[i] = (byte) (bits | (Integer.bitCount(bits) % 2 == 0 ? 1 : 0));
        }
        return even;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has SHA-1", absent);
        }
    }
}
