package io.zizhu.passport.chip;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jmrtd.Util;

/**
 * The countries' signing authorities (CSCA) that this reader was given; it trusts no other.
 *
 * @param certificates possibly none, and possibly many of one country
 */
record Authorities(List<X509Certificate> certificates) {
    Authorities {
        certificates = List.copyOf(certificates);
    }

    static Authorities none() {
        return new Authorities(List.of());
    }

    /**
     * Reads every file of a folder, DER or PEM.
     *
     * @param setting what the fault names
     * @throws DeviceAway {@code MISCONFIGURED}, naming the file that is no certificate
     */
    static Authorities load(Path folder, String setting) throws DeviceAway {
        try (Stream<Path> files = Files.list(folder)) {
            List<X509Certificate> certificates = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                certificates.add(certificate(file, setting));
            }
            return new Authorities(certificates);
        } catch (IOException unreadable) {
            throw new DeviceAway(
                    new Fault(Fault.Kind.MISCONFIGURED, setting + ": " + folder + " cannot be read"), unreadable);
        }
    }

    private static X509Certificate certificate(Path file, String setting) throws DeviceAway, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            // many countries write curve parameters out, which the JDK's factory refuses
            CertificateFactory factory = CertificateFactory.getInstance("X.509", Util.getBouncyCastleProvider());
            if (factory.generateCertificate(in) instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new CertificateException("nothing in it");
        } catch (CertificateException wrong) {
            throw new DeviceAway(
                    new Fault(Fault.Kind.MISCONFIGURED, setting + ": " + file + " is no certificate"), wrong);
        }
    }

    /** Those that call themselves the issuer of this one. */
    List<X509Certificate> issuersOf(X509Certificate signer) {
        return certificates.stream()
                .filter(each -> each.getSubjectX500Principal().equals(signer.getIssuerX500Principal()))
                .toList();
    }
}
