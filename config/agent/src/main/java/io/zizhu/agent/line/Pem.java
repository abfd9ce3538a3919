package io.zizhu.agent.line;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** RFC 7468, as far as a terminal needs it. */
final class Pem {
    private static final String KEY = "PRIVATE KEY";

    private Pem() {}

    static String of(PrivateKey key) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "-----BEGIN " + KEY + "-----\n" + lines.encodeToString(key.getEncoded()) + "\n-----END " + KEY
                + "-----\n";
    }

    static PrivateKey key(String pem) throws GeneralSecurityException {
        String body = pem.replace("-----BEGIN " + KEY + "-----", "")
                .replace("-----END " + KEY + "-----", "")
                .strip();
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not a PEM private key", e);
        }
    }

    static X509Certificate certificate(String pem) throws CertificateException {
        var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }
}
