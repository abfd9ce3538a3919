package io.zizhu.wire.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;

/** Holds a private key, or the way to one (a smart card, an HSM), and signs. Any thread may call it. */
public interface Signer {
    SealKey key();

    byte[] sign(byte[] data);

    static Signer of(Algorithm algorithm, KeyPair keys) {
        return new InMemory(SealKey.of(algorithm, keys.getPublic()), keys.getPrivate());
    }

    /** The private key lies in this process. */
    record InMemory(SealKey key, PrivateKey secret) implements Signer {
        @Override
        public byte[] sign(byte[] data) {
            try {
                var engine = key.algorithm().engine();
                engine.initSign(secret);
                engine.update(data);
                return engine.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("key " + key.id() + " cannot sign", e);
            }
        }

        @Override
        public String toString() {
            return "signer " + key.id();
        }
    }
}
