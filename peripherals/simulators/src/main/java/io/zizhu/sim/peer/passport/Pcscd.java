package io.zizhu.sim.peer.passport;

import io.zizhu.sim.peer.Ports;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PC/SC daemon of its own, with vpcd's virtual reader on a port of its own (Debian {@code pcscd} and
 * {@code vsmartcard-vpcd}). pcscd has one place for its socket, so it runs in a mount namespace where that place is a
 * folder of ours; whoever wants to speak with it needs {@link #socket()} in {@code PCSCLITE_CSOCK_NAME}. Any thread.
 */
public final class Pcscd implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pcscd.class);
    private static final Path DAEMON = Path.of("/usr/sbin/pcscd");
    private static final Path READER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");

    /** Ends the daemon when our end of the pipe is closed, also by our own sudden end. */
    private static final String INSIDE = """
            mkdir -p /run/pcscd && mount --bind "$1" /run/pcscd || exit 1
            "$2" -f -c "$3" </dev/null &
            daemon=$!
            cat >/dev/null
            kill $daemon
            wait $daemon
            """;

    private static final int LONGEST_SOCKET = 107;
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long TURN_NANOS = 10_000_000L;

    private final Path folder;
    private final int port;
    private @Nullable Process shell;

    /** @param folder short, for the name of a socket has at most 107 characters; made where it is missing */
    public Pcscd(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.port = Ports.free();
        if (socket().toString().length() > LONGEST_SOCKET) {
            throw new IOException(socket() + " is too long for the name of a socket");
        }
        Files.createDirectories(folder.resolve("readers"));
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(
                folder.resolve("readers/vpcd"),
                String.format(
                        "FRIENDLYNAME \"Virtual PCD\"%nDEVICENAME /dev/null:0x%X%nLIBPATH %s%nCHANNELID 0x%X%n",
                        port, READER, port));
    }

    /** Whether this machine has both packages. */
    public static boolean installed() {
        return Files.exists(DAEMON) && Files.exists(READER);
    }

    /** Where vpcd listens for cards. */
    public int port() {
        return port;
    }

    /** What clients put into {@code PCSCLITE_CSOCK_NAME}. */
    public Path socket() {
        return folder.resolve("run/pcscd.comm");
    }

    /** Starts it and waits until it answers; nothing where it runs. @throws IOException where this machine does not let it */
    public synchronized void start() throws IOException {
        if (running()) {
            return;
        }
        for (String left : List.of("run/pcscd.comm", "run/pcscd.pid")) {
            Files.deleteIfExists(folder.resolve(left)); // of one that was killed
        }
        boolean root = Optional.of("root").equals(Optional.ofNullable(System.getProperty("user.name")));
        File log = folder.resolve("pcscd.log").toFile();
        Process begun = new ProcessBuilder(
                        "unshare",
                        root ? "-m" : "-rm",
                        "sh",
                        "-c",
                        INSIDE,
                        "pcscd",
                        folder.resolve("run").toString(),
                        DAEMON.toString(),
                        folder.resolve("readers").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        shell = begun;
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(socket()) || !listens()) {
            if (!begun.isAlive() || System.nanoTime() > until) {
                stop();
                throw new IOException("pcscd does not come up; see " + log);
            }
            LockSupport.parkNanos(TURN_NANOS);
        }
    }

    private synchronized boolean running() {
        return process().isPresent();
    }

    /** A card that comes and goes at once: vpcd takes it for one that was never there. */
    private boolean listens() {
        try (Socket knock = new Socket()) {
            knock.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The daemon itself, for whoever wants it to hang. */
    public synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(shell).stream()
                .flatMap(Process::descendants)
                .filter(each -> each.info()
                        .command()
                        .orElse("")
                        .endsWith(DAEMON.getFileName().toString()))
                .findFirst();
    }

    /** Ends it; its clients lose their lines, its readers are gone. */
    public synchronized void stop() {
        Process ending = shell;
        shell = null;
        if (ending == null) {
            return;
        }
        try {
            ending.getOutputStream().close();
            if (!ending.waitFor(3, TimeUnit.SECONDS)) {
                LOG.warn("pcscd does not end by itself");
            }
        } catch (IOException gone) {
            LOG.debug("pcscd's pipe: {}", gone.getMessage());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        ending.descendants().forEach(ProcessHandle::destroyForcibly);
        ending.destroyForcibly();
    }

    @Override
    public void close() {
        stop();
    }
}
