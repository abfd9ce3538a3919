package io.zizhu.sim.peer.passport.book;

import io.zizhu.sim.peer.passport.tlv.Tlv;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Map;

/**
 * A pretend country: its signing authority (CSCA), a document signer under it, and the security objects that one signs.
 * Fresh keys in every instance; certificates after RFC 5280, security objects after Doc 9303-10, 4.6.2 and RFC 5652.
 */
public final class Country {
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    private static final int CONSTRUCTED_0 = 0xA0;

    private final KeyPair authority = keys();
    private final KeyPair signer = keys();
    private final byte[] authorityCertificate = certificate(1, "Specimen CSCA", authority, true);
    private final byte[] signerCertificate = certificate(2, "Specimen document signer", signer, false);

    /** The authority's certificate in DER, as a reader's store holds it. */
    public byte[] authorityCertificate() {
        return authorityCertificate.clone();
    }

    /** EF.SOD over these hashes, by number of data group. */
    public byte[] securityObject(Map<Integer, byte[]> groups) {
        byte[] hashes = {};
        for (Map.Entry<Integer, byte[]> group : new java.util.TreeMap<>(groups).entrySet()) {
            byte[] hash = Tlv.octets(sha256(group.getValue()));
            hashes = Tlv.join(hashes, Tlv.sequence(Tlv.integer(group.getKey()), hash));
        }
        byte[] stated = Tlv.sequence(Tlv.integer(0), algorithm(SHA256), Tlv.sequence(hashes));
        byte[] contentType = Tlv.oid("2.23.136.1.1.1");
        byte[] attributes = Tlv.join(
                Tlv.sequence(Tlv.oid("1.2.840.113549.1.9.3"), Tlv.setOf(contentType)),
                Tlv.sequence(Tlv.oid("1.2.840.113549.1.9.4"), Tlv.setOf(Tlv.octets(sha256(stated)))));
        byte[] signed = Tlv.sequence(
                Tlv.integer(1),
                Tlv.sequence(name("Specimen CSCA"), Tlv.integer(2)),
                algorithm(SHA256),
                Tlv.of(CONSTRUCTED_0, attributes),
                algorithm(ECDSA_SHA256),
                Tlv.octets(sign(signer.getPrivate(), Tlv.setOf(attributes))));
        byte[] data = Tlv.sequence(
                Tlv.integer(3),
                Tlv.setOf(algorithm(SHA256)),
                Tlv.sequence(contentType, Tlv.of(CONSTRUCTED_0, Tlv.octets(stated))),
                Tlv.of(CONSTRUCTED_0, signerCertificate),
                Tlv.setOf(signed));
        return Tlv.of(0x77, Tlv.sequence(Tlv.oid("1.2.840.113549.1.7.2"), Tlv.of(CONSTRUCTED_0, data)));
    }

    private byte[] certificate(int serial, String subject, KeyPair keys, boolean mayCertify) {
        byte[] body = Tlv.sequence(
                Tlv.of(CONSTRUCTED_0, Tlv.integer(2)),
                Tlv.integer(serial),
                algorithm(ECDSA_SHA256),
                name("Specimen CSCA"),
                Tlv.sequence(time("200101000000Z"), time("491231235959Z")),
                name(subject),
                keys.getPublic().getEncoded(),
                Tlv.of(0xA3, Tlv.sequence(mayCertify ? authorityExtensions() : keyUsage(0x80, 7))));
        byte[] signature = sign(authority.getPrivate(), body);
        return Tlv.sequence(body, algorithm(ECDSA_SHA256), Tlv.of(0x03, new byte[1], signature));
    }

    private static byte[] authorityExtensions() {
        byte[] isAuthority = Tlv.sequence(Tlv.of(0x01, new byte[] {(byte) 0xFF}));
        return Tlv.join(extension("2.5.29.19", isAuthority), keyUsage(0x06, 1));
    }

    private static byte[] keyUsage(int bits, int unused) {
        return extension("2.5.29.15", Tlv.of(0x03, new byte[] {(byte) unused, (byte) bits}));
    }

    private static byte[] extension(String oid, byte[] value) {
        return Tlv.sequence(Tlv.oid(oid), Tlv.of(0x01, new byte[] {(byte) 0xFF}), Tlv.octets(value));
    }

    private static byte[] name(String common) {
        return Tlv.sequence(part("2.5.4.6", "UT"), part("2.5.4.10", "Zizhu training"), part("2.5.4.3", common));
    }

    private static byte[] part(String oid, String text) {
        return Tlv.setOf(Tlv.sequence(Tlv.oid(oid), Tlv.printable(text)));
    }

    private static byte[] time(String text) {
        return Tlv.of(0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] algorithm(String oid) {
        return Tlv.sequence(Tlv.oid(oid));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has P-256", absent);
        }
    }

    private static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK signs with ECDSA", absent);
        }
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
