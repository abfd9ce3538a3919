package io.zizhu.agent.line;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A certificate authority for tests. */
public final class TestAuthority {
    public static final char[] PASSWORD = "test".toCharArray();

    public final KeyPair keys = newKeys();
    public final X509Certificate certificate;

    public TestAuthority() throws Exception {
        certificate = sign("CN=Test authority", keys.getPublic(), true);
    }

    public static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate sign(String subject, PublicKey key, boolean authority) throws Exception {
        var builder = new X509v3CertificateBuilder(
                new X500Name("CN=Test authority"),
                new BigInteger(64, new java.util.Random()),
                Date.from(Instant.now().minusSeconds(60)),
                Date.from(Instant.now().plusSeconds(3600)),
                new X500Name(subject),
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        var names = new GeneralName[] {
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"), new GeneralName(GeneralName.dNSName, "localhost")
        };
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    X509Certificate signRequest(String pem, String name) throws Exception {
        try (var parser = new PEMParser(new StringReader(pem))) {
            var request = (PKCS10CertificationRequest) parser.readObject();
            var key = java.security.KeyFactory.getInstance("EC")
                    .generatePublic(new java.security.spec.X509EncodedKeySpec(
                            request.getSubjectPublicKeyInfo().getEncoded()));
            return sign("CN=" + name, key, false);
        }
    }

    /** The key, its certificate and the authority's, as a server or client shows them. */
    KeyStore store(KeyPair pair, String name) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", pair.getPrivate(), PASSWORD, new Certificate[] {
            sign("CN=" + name, pair.getPublic(), false), certificate
        });
        return store;
    }

    KeyStore trust() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", certificate);
        return store;
    }

    /** What a join code ends in. */
    public String pin() throws Exception {
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.of().formatHex(digest).substring(0, 16);
    }

    public static String pem(Object thing) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }

    public static String request(KeyPair pair) {
        try {
            return pem(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=new"), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
