package io.zizhu.central.registry;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * The centre's own certificate authority (ECDSA P-256, X.509 v3). It is made at the first start and lives in one
 * PKCS#12 file that only the centre's user may read. Terminals pin the certificate's SHA-256, which their join
 * code carries. Any thread may call; signing is quick and keeps no state.
 */
public final class Authority {
    /** How long a terminal's certificate holds; it renews itself at two thirds of this. */
    public static final Duration TERMINAL_LIFE = Duration.ofDays(90);

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration SERVER_LIFE = Duration.ofDays(397);
    private static final X500Name NAME = new X500Name("CN=Zizhu training centre,O=Zizhu");
    private static final String ALIAS = "authority";

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private Authority(PrivateKey key, X509Certificate certificate, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Opens the authority kept in {@code file}, or makes it there. */
    public static Authority open(Path file, char[] password, Clock clock) {
        return KeyFile.open(file, password, ALIAS)
                .map(kept -> new Authority(kept.key(), kept.certificate(), clock))
                .orElseGet(() -> make(file, password, clock));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The first 16 hex digits of the SHA-256 of the certificate's DER: the second half of every join code. */
    public String pin() {
        return Pem.fingerprint(certificate).substring(0, 16);
    }

    /** A terminal's certificate for the key in its PKCS#10 request; the name in the request is not looked at. */
    public X509Certificate certify(String terminal, String requestPem) throws RequestRefused {
        try {
            var request = new JcaPKCS10CertificationRequest(Pem.bytes(requestPem, "CERTIFICATE REQUEST"));
            PublicKey wanted = request.getPublicKey();
            if (!request.isSignatureValid(
                    new org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder().build(wanted))) {
                throw new RequestRefused("the request is not signed by its own key");
            }
            return sign(wanted, new X500Name("CN=" + terminal), TERMINAL_LIFE, KeyPurposeId.id_kp_clientAuth);
        } catch (RequestRefused refused) {
            throw refused;
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | org.bouncycastle.pkcs.PKCSException
                | IllegalArgumentException broken) {
            throw new RequestRefused("not a PKCS#10 request this centre can read: " + broken.getMessage());
        }
    }

    /** A key and certificate of the centre's own, kept in {@code file}; made anew when missing or near its end. */
    public KeyFile.Kept keep(Path file, char[] password, String name, KeyPurposeId purpose) {
        Instant fresh = clock.instant().plus(SERVER_LIFE.dividedBy(3));
        return KeyFile.open(file, password, name)
                .filter(kept -> kept.certificate().getNotAfter().toInstant().isAfter(fresh))
                .orElseGet(() -> {
                    try {
                        KeyPair pair = pair();
                        X509Certificate made = sign(pair.getPublic(), new X500Name("CN=" + name), SERVER_LIFE, purpose);
                        return KeyFile.write(
                                file, password, name, new KeyFile.Kept(pair.getPrivate(), made), certificate);
                    } catch (GeneralSecurityException | OperatorCreationException | IOException failed) {
                        throw new IllegalStateException("cannot make the certificate of " + name, failed);
                    }
                });
    }

    private static Authority make(Path file, char[] password, Clock clock) {
        try {
            KeyPair pair = pair();
            Date from = Date.from(clock.instant().minus(Duration.ofHours(1)));
            Date to = Date.from(clock.instant().plus(AUTHORITY_LIFE));
            var builder = new JcaX509v3CertificateBuilder(
                            NAME, new BigInteger(120, new SecureRandom()), from, to, NAME, pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            X509Certificate made = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
            KeyFile.write(file, password, ALIAS, new KeyFile.Kept(pair.getPrivate(), made), made);
            return new Authority(pair.getPrivate(), made, clock);
        } catch (GeneralSecurityException | OperatorCreationException | IOException failed) {
            throw new IllegalStateException("cannot make the certificate authority", failed);
        }
    }

    private X509Certificate sign(PublicKey of, X500Name name, Duration life, KeyPurposeId purpose)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                        NAME,
                        new BigInteger(120, random),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(life)),
                        name,
                        of)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        if (purpose.equals(KeyPurposeId.id_kp_serverAuth)) {
            builder.addExtension(Extension.subjectAlternativeName, false, names());
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static GeneralNames names() {
        return new GeneralNames(List.of(
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(
                                GeneralName.iPAddress,
                                InetAddress.getLoopbackAddress().getHostAddress()))
                .toArray(GeneralName[]::new));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A serial number the way the registry writes it down. */
    public static String serial(X509Certificate certificate) {
        return HexFormat.of().formatHex(certificate.getSerialNumber().toByteArray());
    }

    /** The request for a certificate cannot be granted; the message is safe to send back. */
    public static final class RequestRefused extends Exception {
        private static final long serialVersionUID = 1;

        private final String why;

        RequestRefused(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
