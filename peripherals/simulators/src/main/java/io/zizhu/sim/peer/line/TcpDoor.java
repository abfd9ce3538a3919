package io.zizhu.sim.peer.line;

import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loopback port with a plug: it welcomes callers, pulling it hangs up all of them, and it comes back under the same
 * number. Calls are taken up in their order, and each goes on upon a virtual thread of its own and is closed behind it. Any
 * thread; its own monitor guards plug and calls and is never held while a call goes on.
 */
public final class TcpDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpDoor.class);
    private static final Duration LEAVING = Duration.ofSeconds(2);

    /** Takes calls up, one after the other in the order in which they came; does not wait for anything. */
    @FunctionalInterface
    public interface Host {
        /** @return what is done with the call, on a thread of its own; the call is closed behind it */
        Talk welcome(Socket call) throws IOException;
    }

    /** One call from beginning to end; an IOException means that one of both ends has gone. */
    @FunctionalInterface
    public interface Talk {
        void run() throws IOException;
    }

    private record Open(ServerSocket listening, Thread porter) {}

    private final String name;
    private final int port;
    private final boolean oneAtATime;
    private final Host host;
    private final List<Socket> calls = new ArrayList<>();
    private @Nullable Open open;

    /**
     * Closed at first.
     *
     * @param name for thread names and log lines
     * @param port 0 for any free one
     * @param oneAtATime who calls hangs up whoever was there
     */
    public TcpDoor(String name, int port, boolean oneAtATime, Host host) {
        this.name = name;
        this.port = port == 0 ? Ports.free() : port;
        this.oneAtATime = oneAtATime;
        this.host = host;
    }

    /** Opens for the first time; an {@link UncheckedIOException} where somebody else has the port. */
    public TcpDoor open() {
        try {
            plug();
            return this;
        } catch (Refused taken) {
            throw new UncheckedIOException(new IOException(taken.getMessage(), taken));
        }
    }

    public int port() {
        return port;
    }

    public synchronized boolean plugged() {
        return open != null;
    }

    /** @throws Refused where it is open already, or somebody else has the port */
    public synchronized void plug() throws Refused {
        if (open != null) {
            throw new Refused("it is plugged in");
        }
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            open = new Open(listening, Thread.ofVirtual().name(name + " door").start(() -> welcome(listening)));
        } catch (IOException taken) {
            throw new Refused("port " + port + ": " + taken.getMessage());
        }
    }

    private void welcome(ServerSocket listening) {
        try {
            while (true) {
                Socket call = listening.accept();
                call.setTcpNoDelay(true);
                admit(listening, call);
            }
        } catch (IOException closed) {
            LOG.debug("{} door: {}", name, closed.getMessage());
        }
    }

    private synchronized void admit(ServerSocket listening, Socket call) {
        if (open == null || open.listening() != listening) {
            shut(call);
            return;
        }
        if (oneAtATime) {
            hangUp();
        }
        try {
            Talk talk = host.welcome(call);
            calls.add(call);
            Thread.ofVirtual().name(name).start(() -> serve(call, talk));
        } catch (IOException gone) {
            LOG.debug("{}: {}", name, gone.getMessage());
            shut(call);
        }
    }

    private void serve(Socket call, Talk talk) {
        try (call) {
            talk.run();
        } catch (IOException gone) {
            LOG.debug("{}: {}", name, gone.getMessage());
        } finally {
            forget(call);
        }
    }

    private synchronized void forget(Socket call) {
        calls.remove(call);
    }

    /** Ends every call; the door stays open. */
    public synchronized void hangUp() {
        calls.forEach(TcpDoor::shut);
        calls.clear();
    }

    /**
     * Pulls the plug; returns once nobody can connect any more, for the port lives until its porter has left it.
     *
     * @throws Refused where it is unplugged already
     */
    public void unplug() throws Refused {
        if (!pull()) {
            throw new Refused("it is unplugged already");
        }
    }

    private boolean pull() {
        Open was = leave();
        if (was == null) {
            return false;
        }
        try {
            was.porter().join(LEAVING);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private synchronized @Nullable Open leave() {
        Open was = open;
        open = null;
        if (was != null) {
            shut(was.listening());
        }
        hangUp();
        return was;
    }

    private static void shut(Closeable end) {
        try {
            end.close();
        } catch (IOException already) {
            LOG.debug("closing what was closed: {}", already.getMessage());
        }
    }

    @Override
    public void close() {
        pull();
    }
}
