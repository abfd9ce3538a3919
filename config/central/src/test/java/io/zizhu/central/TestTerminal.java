package io.zizhu.central;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A terminal's key, request and TLS side, for tests. */
public record TestTerminal(KeyPair keys) {
    private static final char[] PASSWORD = "test".toCharArray();

    public static TestTerminal make() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new TestTerminal(generator.generateKeyPair());
        } catch (GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    public String request() throws Exception {
        var request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=anything"), keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(request.getEncoded())
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    /** A certificate that nobody but this terminal vouches for. */
    public X509Certificate selfMade(String name) throws Exception {
        var subject = new X500Name("CN=" + name);
        var now = java.time.Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                subject,
                                java.math.BigInteger.TEN,
                                java.util.Date.from(now.minusSeconds(60)),
                                java.util.Date.from(now.plusSeconds(3600)),
                                subject,
                                keys.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    public KeyManagerFactory keyManagers(X509Certificate certificate, X509Certificate authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        Certificate[] chain = certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())
                ? new Certificate[] {certificate, authority}
                : new Certificate[] {certificate};
        store.setKeyEntry("key", keys.getPrivate(), PASSWORD, chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        return factory;
    }

    public static TrustManagerFactory trust(X509Certificate authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setCertificateEntry("authority", authority);
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    public SSLContext tls(X509Certificate certificate, X509Certificate authority) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                keyManagers(certificate, authority).getKeyManagers(),
                trust(authority).getTrustManagers(),
                null);
        return context;
    }

    public static SSLContext tlsWithout(X509Certificate authority) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust(authority).getTrustManagers(), null);
        return context;
    }
}
