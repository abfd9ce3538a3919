package io.zizhu.passport.chip;

import io.zizhu.device.passport.Authenticity;
import io.zizhu.device.passport.Authenticity.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jmrtd.Util;
import org.jmrtd.lds.SODFile;
import org.jspecify.annotations.Nullable;

/**
 * Passive authentication (Doc 9303-11, 5.1): hashes, signature, signer. BouncyCastle is used by object, for JDKs know
 * neither brainpool curves nor curves that are written out; the order of the JVM's providers stays as it is.
 */
record PassiveAuthentication(Authorities authorities) {
    /**
     * Checks what can be checked.
     *
     * @param groups the data groups read, by number
     * @param security EF.SOD; empty where the chip gave none
     * @param now when certificates must be valid
     */
    Authenticity of(Map<Integer, byte[]> groups, byte[] security, Instant now) {
        SODFile object = parse(security);
        if (object == null) {
            return Authenticity.notChecked();
        }
        X509Certificate signer = signerOf(object);
        return new Authenticity(
                content(groups, object),
                signer == null ? Finding.NOT_CHECKED : signature(object, signer),
                signer == null ? Finding.NOT_CHECKED : signer(signer, now));
    }

    private static @Nullable SODFile parse(byte[] security) {
        if (security.length == 0) {
            return null;
        }
        try {
            return new SODFile(new ByteArrayInputStream(security));
        } catch (IOException | RuntimeException unreadable) { // BouncyCastle throws unchecked ones over broken DER
            return null;
        }
    }

    private static @Nullable X509Certificate signerOf(SODFile object) {
        try {
            return object.getDocSigningCertificate();
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** A group that the security object does not state is one that nobody signed. */
    private static Finding content(Map<Integer, byte[]> groups, SODFile object) {
        try {
            MessageDigest digest = MessageDigest.getInstance(object.getDigestAlgorithm());
            Map<Integer, byte[]> stated = object.getDataGroupHashes();
            boolean all = groups.entrySet().stream()
                    .allMatch(group -> MessageDigest.isEqual(
                            digest.digest(group.getValue()), stated.getOrDefault(group.getKey(), new byte[0])));
            return all ? Finding.CONFIRMED : Finding.CONTRADICTED;
        } catch (GeneralSecurityException | RuntimeException unknown) { // JMRTD gives null for digests it does not know
            return Finding.NOT_CHECKED;
        }
    }

    private static Finding signature(SODFile object, X509Certificate signer) {
        Signature signature;
        try {
            signature = Signature.getInstance(algorithm(object), Util.getBouncyCastleProvider());
            if (object.getDigestEncryptionAlgorithmParams() != null) {
                signature.setParameter(object.getDigestEncryptionAlgorithmParams());
            }
            signature.initVerify(signer.getPublicKey());
        } catch (GeneralSecurityException | RuntimeException unknown) {
            return Finding.NOT_CHECKED;
        }
        try {
            signature.update(object.getEContent()); // throws where the signed digest is not the content's
            return signature.verify(object.getEncryptedDigest()) ? Finding.CONFIRMED : Finding.CONTRADICTED;
        } catch (GeneralSecurityException wrong) {
            return Finding.CONTRADICTED;
        } catch (RuntimeException unknown) { // JMRTD casts what it expects to find
            return Finding.NOT_CHECKED;
        }
    }

    /** Security objects name the signature whole, by its key alone, or as RSASSA-PSS. */
    private static String algorithm(SODFile object) {
        String named = object.getDigestEncryptionAlgorithm();
        String digest = object.getSignerInfoDigestAlgorithm().replace("-", "");
        return switch (named) {
            case "SSAwithRSA/PSS" -> digest + "withRSA/PSS";
            case "RSA" -> digest + "withRSA";
            case "ECDSA" -> digest + "withECDSA";
            default -> named;
        };
    }

    private Finding signer(X509Certificate signer, Instant now) {
        Finding finding = Finding.NOT_CHECKED;
        for (X509Certificate issuer : authorities.issuersOf(signer)) {
            try {
                signer.verify(issuer.getPublicKey(), Util.getBouncyCastleProvider());
                signer.checkValidity(Date.from(now));
                issuer.checkValidity(Date.from(now));
                return Finding.CONFIRMED;
            } catch (GeneralSecurityException untrue) {
                finding = Finding.CONTRADICTED;
            }
        }
        return finding;
    }
}
