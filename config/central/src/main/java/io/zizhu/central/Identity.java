package io.zizhu.central;

import io.zizhu.central.broker.Broker;
import io.zizhu.central.registry.Authority;
import io.zizhu.central.registry.KeyFile;
import io.zizhu.central.web.Door;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** The centre's own TLS side: authority, server certificate, the certificate of its own MQTT client, trust file. */
record Identity(Authority authority, Path serverKey, Path clientKey, Path trust, char[] password) {

    static Identity open(Path keys, Clock clock) {
        char[] password = password(keys.resolve("password"));
        Authority authority = Authority.open(keys.resolve("authority.p12"), password, clock);
        var identity = new Identity(
                authority, keys.resolve("server.p12"), keys.resolve("centre.p12"), keys.resolve("trust.p12"), password);
        authority.keep(identity.serverKey, password, "localhost", KeyPurposeId.id_kp_serverAuth);
        authority.keep(identity.clientKey, password, Broker.CENTRE, KeyPurposeId.id_kp_clientAuth);
        KeyFile.writeTrust(identity.trust, password, authority.certificate());
        return identity;
    }

    Door.Tls tls() {
        return new Door.Tls(serverKey, trust, password);
    }

    /** The serial of the certificate that the centre's own client shows. */
    String ownSerial() {
        return Authority.serial(authority
                .keep(clientKey, password, Broker.CENTRE, KeyPurposeId.id_kp_clientAuth)
                .certificate());
    }

    KeyManagerFactory clientKeys() {
        try {
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store(clientKey), password);
            return factory;
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("cannot use the centre's client key", broken);
        }
    }

    TrustManagerFactory trusted() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store(trust));
            return factory;
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("cannot use the centre's trust file", broken);
        }
    }

    private KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    /** A random password for the key files, beside them and as closed as they are: the formats insist on one. */
    private static char[] password(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[24];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
        } catch (IOException failed) {
            throw new IllegalStateException("cannot keep the key files' password", failed);
        }
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
