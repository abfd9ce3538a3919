package io.zizhu.service.upkeep;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN as the staff section holds it: salted and stretched, never the PIN itself.
 *
 * @param algorithm such as {@code PBKDF2WithHmacSHA256}
 */
public record Pin(String algorithm, byte[] salt, int iterations, byte[] hash) {
    public Pin {
        salt = salt.clone();
        hash = hash.clone();
    }

    /**
     * @throws IllegalStateException where the algorithm is not there
     */
    public boolean opens(String pin) {
        PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, hash.length * 8);
        try {
            byte[] tried =
                    SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
            return MessageDigest.isEqual(tried, hash);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("staff/pin/algorithm: " + algorithm + " is not there", missing);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
