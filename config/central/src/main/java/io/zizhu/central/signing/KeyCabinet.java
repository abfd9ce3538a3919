package io.zizhu.central.signing;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.SealKey;
import io.zizhu.wire.seal.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * The centre's signing keys, one file each in a folder only the centre's user may enter; made when missing. In
 * training the root key lies beside the others; in the field it stays off line and only the director's is here.
 * Made once at start; the signers it gives may be used from any thread.
 */
public final class KeyCabinet {
    private final Path folder;

    private KeyCabinet(Path folder) {
        this.folder = folder;
    }

    public static KeyCabinet open(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return new KeyCabinet(folder);
        } catch (IOException failed) {
            throw new IllegalStateException("cannot open the key cabinet", failed);
        }
    }

    /** Signs trust roots. */
    public Signer root() {
        return signer("root", Algorithm.ED25519);
    }

    /** Signs bundles. */
    public Signer director() {
        return signer("director", Algorithm.ED25519);
    }

    /** Seals certificates; ES256, because every telephone can check it. */
    public Signer seal() {
        return signer("seal", Algorithm.ES256);
    }

    /** The bytes kept under a name beside the keys, or what {@code fresh} makes for the first time. */
    byte[] keep(String name, java.util.function.Supplier<byte[]> fresh) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, fresh.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new IllegalStateException("cannot keep " + name, failed);
        }
    }

    private Signer signer(String name, Algorithm algorithm) {
        Stored stored = Stored.FORM
                .open(keep(name + ".json", () -> {
                    KeyPair pair = algorithm.newKeys();
                    return Stored.FORM.bytes(new Stored(
                            SealKey.of(algorithm, pair.getPublic()),
                            Octets.of(pair.getPrivate().getEncoded())));
                }))
                .orThrow();
        return new Signer.InMemory(stored.key, stored.secretKey());
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path next = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".key",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(next, bytes);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A key file: the public key as the line writes it, and the secret as PKCS#8. */
    private record Stored(SealKey key, Octets secret) {
        static final Form<Stored> FORM = new Form<>(
                "key file",
                stored -> Json.Obj.EMPTY
                        .with("key", SealKey.FORM.write(stored.key))
                        .with("secret", stored.secret),
                fields -> new Stored(SealKey.FORM.reader().apply(fields.child("key")), fields.octets("secret")));

        PrivateKey secretKey() {
            try {
                return KeyFactory.getInstance(key.algorithm().family())
                        .generatePrivate(new PKCS8EncodedKeySpec(secret.bytes()));
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException("key " + key.id() + " cannot be read", broken);
            }
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }
}
