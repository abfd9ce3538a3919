package io.zizhu.agent.line;

import java.security.KeyPair;

/**
 * Port: makes a PKCS#10 request, which the JDK cannot. The terminal does it with BouncyCastle.
 */
@FunctionalInterface
public interface CsrMaker {
    /** @return PEM, signed with the pair's private key (P-256, SHA256withECDSA); the subject is the centre's to choose */
    String pem(KeyPair keys);
}
