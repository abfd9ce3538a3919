package io.zizhu.agent.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A real folder, readable by its owner alone; made where it is missing. */
public final class Folder implements Disk {
    private static final Set<StandardOpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

    private final Path path;

    public Folder(Path path) {
        this.path = path;
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(path.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String name, byte[] bytes) {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        whole(() -> {
            try (var channel = FileChannel.open(path.resolve(name), FRESH, owner)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        });
    }

    @Override
    public void sync(String name) {
        force(path.resolve(name), StandardOpenOption.WRITE);
    }

    @Override
    public void rename(String from, String to) {
        try {
            Files.move(
                    path.resolve(from),
                    path.resolve(to),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On Linux a folder can be opened for reading and forced. */
    @Override
    public void syncFolder() {
        force(path, StandardOpenOption.READ);
    }

    private static void force(Path what, StandardOpenOption how) {
        whole(() -> {
            try (var channel = FileChannel.open(what, how)) {
                channel.force(true);
            }
        });
    }

    private interface Act {
        void run() throws IOException;
    }

    /** An interrupt closes a channel in the middle; the act is done again whole, and the interrupt kept for later. */
    private static void whole(Act act) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    act.run();
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
