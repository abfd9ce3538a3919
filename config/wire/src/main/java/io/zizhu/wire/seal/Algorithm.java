package io.zizhu.wire.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/**
 * The signature algorithms, by the word they have on the wire and the name the JDK (or a provider the main registers)
 * knows them by. {@code es256} signatures are r and s, 64 bytes, as JOSE has them (RFC 7518, 3.4). A further suite, say
 * {@code sm2sm3} through BouncyCastle, is one line here.
 */
public enum Algorithm {
    ED25519("ed25519", "Ed25519", "Ed25519", ""),
    ES256("es256", "SHA256withECDSAinP1363Format", "EC", "secp256r1");

    private final String word;
    private final String signature;
    private final String family;
    private final String curve;

    Algorithm(String word, String signature, String family, String curve) {
        this.word = word;
        this.signature = signature;
        this.family = family;
        this.curve = curve;
    }

    public String word() {
        return word;
    }

    /** The JCA name of the key's family, as {@code KeyFactory} and {@code KeyStore} want it. */
    public String family() {
        return family;
    }

    /** A new pair of keys from the platform's random source. */
    public KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance(family);
            if (!curve.isEmpty()) {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no provider makes " + word + " keys", e);
        }
    }

    Signature engine() throws GeneralSecurityException {
        return Signature.getInstance(signature);
    }
}
