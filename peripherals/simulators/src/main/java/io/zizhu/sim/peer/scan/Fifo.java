package io.zizhu.sim.peer.scan;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named pipe in place of a device node that only gives reports, such as {@code /dev/hidraw0}. Plugging in makes it,
 * pulling the plug ends it and takes it away, as udev does. Any thread; guarded by its own monitor.
 */
public final class Fifo implements SerialPlug {
    private static final Logger LOG = LoggerFactory.getLogger(Fifo.class);

    /** One end of the pipe, and what ends its speaker. */
    private record Line(FileChannel pipe, CountDownLatch pulled) {}

    private final Path path;
    private Optional<Line> line = Optional.empty();

    /** @param path where the driver finds the node; its folder must exist */
    public Fifo(Path path) {
        this.path = path;
    }

    @Override
    public synchronized boolean plugged() {
        return line.isPresent();
    }

    @Override
    public synchronized void unplug() throws Refused {
        if (line.isEmpty()) {
            throw new Refused("it is unplugged");
        }
        close();
    }

    @Override
    public synchronized void replug(Speaker speaker) throws Refused {
        if (line.isPresent()) {
            throw new Refused("it is plugged in");
        }
        try {
            Files.deleteIfExists(path);
            Process mkfifo = new ProcessBuilder("mkfifo", "-m", "600", path.toString()).start();
            if (!mkfifo.waitFor(5, TimeUnit.SECONDS) || mkfifo.exitValue() != 0) {
                throw new Refused("mkfifo made no " + path);
            }
            // both ways, so that it opens without a reader and no reader is kept waiting
            FileChannel pipe = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Line now = new Line(pipe, new CountDownLatch(1));
            line = Optional.of(now);
            Thread.ofVirtual().name("fifo " + path.getFileName()).start(() -> serve(now, speaker));
        } catch (IOException trouble) {
            throw new Refused("the pipe cannot be made: " + trouble.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Refused("stopped");
        }
    }

    private void serve(Line now, Speaker speaker) {
        try {
            speaker.serve(new Silence(now.pulled), Channels.newOutputStream(now.pipe));
        } catch (IOException broken) {
            LOG.debug("{}: {}", path.getFileName(), broken.getMessage());
        }
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("path", path.toString());
    }

    @Override
    public synchronized void close() {
        line.ifPresent(now -> {
            now.pulled.countDown();
            try {
                Files.deleteIfExists(path);
                now.pipe.close();
            } catch (IOException trouble) {
                LOG.warn("{}: {}", path.getFileName(), trouble.getMessage());
            }
        });
        line = Optional.empty();
    }

    /** What a node that takes nothing hears: nothing, until the plug is pulled. */
    private static final class Silence extends InputStream {
        private final CountDownLatch pulled;

        Silence(CountDownLatch pulled) {
            this.pulled = pulled;
        }

        @Override
        public int read() throws IOException {
            try {
                pulled.await();
                return -1;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped", stop);
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
