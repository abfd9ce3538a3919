package io.zizhu.wire.seal;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.json.Octets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/**
 * A public key that checks signatures.
 *
 * @param spki the key as X.509 SubjectPublicKeyInfo, DER
 */
public record SealKey(Algorithm algorithm, Octets spki) {
    public static final Form<SealKey> FORM = new Form<>(
            "key",
            key -> Json.Obj.EMPTY
                    .with("keyid", key.id())
                    .with("alg", key.algorithm().word())
                    .with("public", key.spki()),
            fields -> {
                var key = new SealKey(fields.word("alg", Algorithm.values(), Algorithm::word), fields.octets("public"));
                if (!key.id().equals(fields.text("keyid"))) {
                    throw fields.wrong("keyid", "is not the digest of the key");
                }
                if (!key.readable()) {
                    throw fields.wrong("public", "is not a key of this algorithm");
                }
                return key;
            });

    public static SealKey of(Algorithm algorithm, PublicKey key) {
        return new SealKey(algorithm, Octets.of(key.getEncoded()));
    }

    /** The first 16 hex digits of the SHA-256 of the DER: the name of the key everywhere. */
    public String id() {
        return spki.digest().hex().substring(0, 16);
    }

    /** @throws Misfit where the bytes are no key of the algorithm: a bug, since keys are checked when they are read */
    public boolean verifies(byte[] data, byte[] signature) {
        try {
            var engine = algorithm.engine();
            engine.initVerify(publicKey());
            engine.update(data);
            return verified(engine, signature);
        } catch (GeneralSecurityException e) {
            throw new Misfit("key " + id(), "cannot be used: " + e.getClass().getSimpleName());
        }
    }

    /** What the digest of this key's certificate request or file should be compared with. */
    public Digest digest() {
        return spki.digest();
    }

    private static boolean verified(java.security.Signature engine, byte[] signature) {
        try {
            return engine.verify(signature);
        } catch (java.security.SignatureException e) {
            return false; // not even the shape of a signature: the same answer as a wrong one
        }
    }

    /** Whether the bytes are a key of the algorithm, as every key of a form is. */
    public boolean readable() {
        try {
            return publicKey().getEncoded().length > 0;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm.family()).generatePublic(new X509EncodedKeySpec(spki.bytes()));
    }
}
