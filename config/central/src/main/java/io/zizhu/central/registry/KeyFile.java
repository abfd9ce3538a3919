package io.zizhu.central.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** One key and its certificate in a PKCS#12 file that only its owner may read; written whole or not at all. */
public final class KeyFile {
    private KeyFile() {}

    /** A private key and the certificate that names it. */
    public record Kept(PrivateKey key, X509Certificate certificate) {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    static Optional<Kept> open(Path file, char[] password, String alias) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return Optional.of(new Kept(key, certificate));
            }
            return Optional.empty();
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("cannot read the key file " + file.getFileName(), broken);
        }
    }

    static Kept write(Path file, char[] password, String alias, Kept kept, X509Certificate authority)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        Certificate[] chain = kept.certificate().equals(authority)
                ? new Certificate[] {authority}
                : new Certificate[] {kept.certificate(), authority};
        store.setKeyEntry(alias, kept.key(), password, chain);
        save(store, file, password);
        return kept;
    }

    /** A store that holds {@code authority} alone, for software that wants to read its trust from a file. */
    public static void writeTrust(Path file, char[] password, X509Certificate authority) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setCertificateEntry("authority", authority);
            save(store, file, password);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("cannot write the trust file", failed);
        }
    }

    private static void save(KeyStore store, Path file, char[] password) throws IOException, GeneralSecurityException {
        Path next = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".key",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(next)) {
            store.store(out, password);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
