package io.zizhu.terminal.journal.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on the disk held back by a file beside the journal, so that on the day the disk is full the outcomes of what was
 * begun can still be written. On the journal's thread only.
 */
public final class Reserve {
    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    private static final int PIECE = 1 << 16;
    private static final int SPARE = 4; // so many times its size must be free before the file is made again

    private final Path file;
    private final long size;

    public Reserve(Path journal, long size) {
        this.file = journal.toAbsolutePath().resolveSibling("journal.reserve");
        this.size = size;
    }

    /** Gives the room back to the disk; false where none was held. */
    public boolean release() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.error("the reserve cannot be released: {}", file, e);
            return false;
        }
    }

    /** Whether room is held, made now where it was not and the disk has plenty. */
    public boolean hold() {
        try {
            if (size == 0 || (Files.exists(file) && Files.size(file) >= size)) {
                return true;
            }
            if (free() < SPARE * size) {
                return false;
            }
            make();
            return true;
        } catch (IOException e) {
            LOG.error("no reserve can be held: {}", file, e);
            return false;
        }
    }

    /** Whether the disk is so full that without the reserve the journal could perhaps not even be opened. */
    public boolean scarce() throws IOException {
        return size > 0 && free() < size / SPARE;
    }

    private long free() throws IOException {
        return Files.getFileStore(file.getParent()).getUsableSpace();
    }

    /** Bytes that no file system can store as nothing. */
    private void make() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        var random = new SplittableRandom();
        byte[] piece = new byte[PIECE];
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (channel.position() < size) {
                random.nextBytes(piece);
                for (var bytes = ByteBuffer.wrap(piece); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
