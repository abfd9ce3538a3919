package io.zizhu.sim.peer.pty;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pseudo terminal under a stable link, served by one speaker. A socat child owns the master side and is spoken with
 * over its standard streams; ending the child is pulling the plug (the driver reads EIO), starting it again is
 * plugging in. Should socat end by itself, it comes back unless unplugged. Plugging: any thread, guarded by the own
 * monitor because a process must not be started twice; serving: one virtual thread per child.
 */
public final class Pty implements SerialPlug {
    private static final Logger LOG = LoggerFactory.getLogger(Pty.class);
    private static final long LINK_MILLIS = 5_000;
    private static final long AGAIN_NANOS = 50_000_000L;

    private final Path link;
    private Optional<Process> socat = Optional.empty();
    private boolean plugged;

    /** @param link where the driver finds the port, an absolute path below 100 characters; its folder must exist */
    public Pty(Path link) {
        this.link = link;
    }

    public Path link() {
        return link;
    }

    @Override
    public synchronized boolean plugged() {
        return plugged;
    }

    /** Plugs in for the first time or again; returns once the link stands. */
    @Override
    public synchronized void replug(Speaker speaker) throws Refused {
        if (plugged) {
            throw new Refused("it is plugged in");
        }
        try {
            start(speaker);
            plugged = true;
        } catch (IOException trouble) {
            throw new Refused("the line cannot be made: " + trouble.getMessage());
        }
    }

    /** Pulls the plug; returns once the line is dead. */
    @Override
    public synchronized void unplug() throws Refused {
        if (!plugged) {
            throw new Refused("it is unplugged");
        }
        close();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("port", link.toString(), "baud", "115200");
    }

    @Override
    public synchronized void close() {
        plugged = false;
        socat.ifPresent(Pty::end);
        socat = Optional.empty();
    }

    private void start(Speaker speaker) throws IOException {
        Files.deleteIfExists(link);
        Process child = new ProcessBuilder("socat", "-t0.05", "STDIO", "PTY,raw,echo=0,mode=600,link=" + link)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        socat = Optional.of(child);
        for (long end = System.nanoTime() + LINK_MILLIS * 1_000_000L;
                !Files.exists(link, LinkOption.NOFOLLOW_LINKS); ) {
            if (!child.isAlive() || System.nanoTime() > end) {
                end(child);
                throw new IOException("socat made no " + link);
            }
            LockSupport.parkNanos(2_000_000L);
        }
        raw();
        Thread.ofVirtual().name("pty " + link.getFileName()).start(() -> serve(child, speaker));
    }

    /** socat shows the link a moment before it makes the line raw; until then line ends would be bent. */
    private void raw() throws IOException {
        Process stty = new ProcessBuilder("stty", "-F", link.toString(), "raw", "-echo")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!stty.waitFor(LINK_MILLIS, TimeUnit.MILLISECONDS) || stty.exitValue() != 0) {
                throw new IOException("stty does not make " + link + " raw");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the line was made", stop);
        }
    }

    private void serve(Process child, Speaker speaker) {
        try (var in = child.getInputStream();
                var out = child.getOutputStream()) {
            speaker.serve(in, out);
        } catch (IOException broken) {
            LOG.debug("{}: line ended: {}", link.getFileName(), broken.getMessage());
        }
        back(child, speaker);
    }

    private synchronized void back(Process child, Speaker speaker) {
        while (plugged && socat.filter(now -> now == child).isPresent()) {
            end(child);
            LockSupport.parkNanos(AGAIN_NANOS);
            try {
                start(speaker);
            } catch (IOException trouble) {
                LOG.warn("{}: {}", link.getFileName(), trouble.getMessage());
            }
        }
    }

    private static void end(Process child) {
        child.destroy();
        try {
            if (!child.waitFor(1, TimeUnit.SECONDS)) {
                child.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stop) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
