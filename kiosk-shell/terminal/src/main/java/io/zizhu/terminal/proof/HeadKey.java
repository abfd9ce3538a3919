package io.zizhu.terminal.proof;

import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.SealKey;
import io.zizhu.wire.seal.Signer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;

/**
 * The key this terminal signs its journal's heads with: Ed25519, in {@code journal.key}, which only the terminal's user may
 * read. Its public half lies beside it in {@code journal.pub.pem}, to be handed to whoever shall check a copied journal.
 */
public final class HeadKey {
    private static final String SECRET = "rw-------";
    private static final String SHOWN = "rw-r--r--";

    private HeadKey() {}

    /**
     * Reads the key of a data folder, or makes one where there is none yet; writes the public half anew where it is not
     * what it should be.
     *
     * @throws IOException also where the file is no key: it is never overwritten
     */
    public static Signer in(Path folder) throws IOException {
        Path file = folder.resolve("journal.key");
        if (!Files.exists(file)) {
            KeyPair fresh = Algorithm.ED25519.newKeys();
            write(
                    file,
                    SECRET,
                    Pem.of(Pem.PRIVATE, fresh.getPrivate().getEncoded())
                            + Pem.of(Pem.PUBLIC, fresh.getPublic().getEncoded()));
        }
        Signer signer = read(file);
        Path shown = folder.resolve("journal.pub.pem");
        String pem = Pem.of(Pem.PUBLIC, signer.key().spki().bytes());
        if (!Files.exists(shown) || !pem.equals(Files.readString(shown, StandardCharsets.ISO_8859_1))) {
            write(shown, SHOWN, pem);
        }
        return signer;
    }

    private static Signer read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        try {
            SealKey key = Pem.key(text);
            PrivateKey secret = KeyFactory.getInstance(Algorithm.ED25519.family())
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.der(Pem.PRIVATE, text)));
            var signer = new Signer.InMemory(key, secret);
            byte[] probe = {1};
            if (!key.verifies(probe, signer.sign(probe))) {
                throw new IOException("its two halves do not belong together");
            }
            return signer;
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(file + ": " + e.getMessage() + "; restore it, or move it away for a new key", e);
        }
    }

    private static void write(Path file, String mode, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var who = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
        try (var channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), who)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
