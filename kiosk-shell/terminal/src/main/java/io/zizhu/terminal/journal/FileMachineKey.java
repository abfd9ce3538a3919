package io.zizhu.terminal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The machine key in a file of 32 random bytes that only the terminal's user may read. Without it no personal field of
 * the journal can be read again.
 */
public final class FileMachineKey implements MachineKey {
    private final MachineKey key;

    private FileMachineKey(byte[] key) {
        this.key = MachineKey.of(key);
    }

    /**
     * Reads the key, or makes one where there is none yet.
     *
     * @throws IOException also where the file is no key: it is never overwritten
     */
    public static FileMachineKey at(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != Gcm.KEY_BYTES) {
            throw new IOException(file + ": holds " + key.length + " bytes, a machine key has " + Gcm.KEY_BYTES);
        }
        return new FileMachineKey(key);
    }

    private static void make(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
            var bytes = ByteBuffer.wrap(Gcm.random(Gcm.KEY_BYTES));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public byte[] wrap(byte[] dataKey) {
        return key.wrap(dataKey);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
        return key.unwrap(wrapped);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
