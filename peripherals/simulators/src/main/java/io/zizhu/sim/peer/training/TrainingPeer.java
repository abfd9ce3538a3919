package io.zizhu.sim.peer.training;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.line.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device without a public wire, at a TCP port of the loopback: the training line around a {@link Trade}. One terminal
 * at a time: who connects hangs up whoever was there.
 *
 * <p>Acts of every such device: {@code hang noise slow {on}} · {@code clear} · {@code unplug} · {@code replug}; all
 * others are the trade's. Its own monitor guards plug and caller.
 */
public final class TrainingPeer implements Peer, Speaker {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingPeer.class);

    private final Trade trade;
    private final int port;
    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final Turn turn = new Turn();
    private @Nullable Door door;
    private @Nullable Socket caller;

    private record Door(ServerSocket listening, Thread porter) {}

    /** @param port 0 for any free one; an {@link UncheckedIOException} where it is taken */
    public TrainingPeer(int port, Trade trade) {
        this.trade = trade;
        this.port = port == 0 ? Ports.free() : port;
        try {
            door = open();
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + this.port, taken);
        }
    }

    private Door open() throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new Door(listening, Thread.ofVirtual().name(id() + " door").start(() -> welcome(listening)));
    }

    private void welcome(ServerSocket listening) {
        try {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                admit(socket);
            }
        } catch (IOException closed) {
            LOG.debug("{} door: {}", id(), closed.getMessage());
        }
    }

    private synchronized void admit(Socket socket) throws IOException {
        hangUp();
        if (door == null) {
            socket.close();
            return;
        }
        caller = socket;
        Thread.ofVirtual().name(id()).start(() -> {
            try (socket) {
                serve(socket.getInputStream(), socket.getOutputStream());
            } catch (IOException hungUp) {
                LOG.debug("{}: {}", id(), hungUp.getMessage());
            }
        });
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        new Talk(trade, trouble, tape, out, turn).hear(in);
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (trouble.act(act, with)) {
            return;
        }
        switch (act) {
            case "clear" -> {
                trouble.calm();
                trade.clear();
            }
            case "unplug" -> unplug();
            case "replug" -> replug();
            default -> trade.act(act, with);
        }
    }

    private void unplug() throws Refused {
        if (!pull()) {
            throw new Refused("it is unplugged already");
        }
    }

    /** Returns once nobody can connect any more: the port lives until its porter has left it. */
    private boolean pull() {
        Door was = shut();
        if (was == null) {
            return false;
        }
        try {
            was.porter().join(Duration.ofSeconds(2));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private synchronized @Nullable Door shut() {
        Door was = door;
        door = null;
        if (was != null) {
            close(was.listening());
        }
        hangUp();
        return was;
    }

    private void hangUp() {
        Socket was = caller;
        caller = null;
        if (was != null) {
            close(was);
        }
    }

    private synchronized void replug() throws Refused {
        if (door != null) {
            throw new Refused("it is plugged in");
        }
        trouble.calm();
        try {
            door = open();
        } catch (IOException taken) {
            throw new Refused("port " + port + ": " + taken.getMessage());
        }
    }

    private static void close(java.io.Closeable end) {
        try {
            end.close();
        } catch (IOException already) {
            LOG.debug("closing what was closed: {}", already.getMessage());
        }
    }

    @Override
    public String id() {
        return trade.id();
    }

    @Override
    public DeviceKind kind() {
        return trade.kind();
    }

    @Override
    public String driver() {
        return trade.driver();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(port));
    }

    /** {@code deviceBusy} while an errand goes on. */
    @Override
    public synchronized Status state() {
        if (door == null) {
            return Status.NO_DEVICE;
        }
        if (trouble.hangs()) {
            return Status.OFFLINE;
        }
        return turn.taken() ? Status.DEVICE_BUSY : Status.ONLINE;
    }

    @Override
    public Map<String, String> about() {
        Map<String, String> about = new HashMap<>(trade.about());
        about.put("trouble", trouble.words());
        return about;
    }

    @Override
    public Tape tape() {
        return tape;
    }

    @Override
    public List<Out> out() {
        return trade.out();
    }

    @Override
    public void close() {
        pull();
    }
}
