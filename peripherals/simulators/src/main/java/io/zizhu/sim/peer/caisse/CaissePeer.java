package io.zizhu.sim.peer.caisse;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.pay.Ledger;
import io.zizhu.sim.peer.pay.Mood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pretend card terminal on a TCP port of the loopback that speaks Caisse-AP: one question and one answer a connection,
 * one till at a time.
 *
 * <p>Acts: {@code tap} · {@code decline} · {@code cancel} (while a payment or refund waits; 409 otherwise) · {@code auto
 * {do: tap|decline|cancel|off}} · {@code lose {then: keep|void|forget|wiped}} (the next approved payment: the line drops
 * before the outcome is told; it can never be asked for) · {@code silence hang noise slow spoil merge {on}} · {@code
 * clear} · {@code unplug} · {@code replug}. {@link #out()} lists the payments as {@code application/json}.
 *
 * <p>Its own monitor guards the plug; connections come from the door's thread and go by their own, hence the concurrent
 * set.
 */
public final class CaissePeer implements Peer {
    private static final Logger LOG = LoggerFactory.getLogger(CaissePeer.class);

    private final Tape tape = new Tape();
    private final Mood mood = new Mood();
    private final Ledger ledger = new Ledger();
    private final Terminal terminal = new Terminal(tape, mood, ledger);
    private final Set<Socket> calls = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket server;

    /** @param port 0 for any free one */
    public CaissePeer(int port) {
        this.port = plug(port == 0 ? Ports.free() : port);
    }

    private synchronized int plug(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            server = listening;
            Thread.ofVirtual().name("caisse-peer-door").start(() -> welcome(listening));
            return listening.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + wanted, taken);
        }
    }

    private void welcome(ServerSocket listening) {
        while (true) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                calls.add(socket);
                Thread.ofVirtual().name("caisse-peer").start(() -> serve(socket));
            } catch (IOException unplugged) {
                return; // the door is closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            terminal.serve(socket);
        } catch (IOException gone) {
            LOG.debug("the till has gone: {}", gone.getMessage());
        } finally {
            calls.remove(socket);
        }
    }

    @Override
    public String id() {
        return "pay-pad";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PAY_PAD;
    }

    @Override
    public String driver() {
        return "caisse-tcp";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(port), "till", "01", "currency", "CNY");
    }

    /** {@code deviceBusy} while a card is awaited: then {@code tap} makes sense. */
    @Override
    public synchronized Status state() {
        if (server == null) {
            return Status.NO_DEVICE;
        }
        if (mood.hung() || mood.silent()) {
            return Status.OFFLINE;
        }
        return terminal.waiting() ? Status.DEVICE_BUSY : Status.ONLINE;
    }

    @Override
    public Map<String, String> about() {
        return Map.of(
                "trouble", mood.words(),
                "auto", mood.auto(),
                "taken", "%d.%02d CNY".formatted(ledger.taken() / 100, ledger.taken() % 100));
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "tap", "decline", "cancel" -> terminal.person(act);
            case "clear" -> clear();
            case "unplug" -> unplug();
            case "replug" -> replug();
            default -> {
                if (!mood.act(act, with)) {
                    throw new Refused("a pay pad knows no act \"" + act + "\"");
                }
            }
        }
    }

    /** The pad is well again, as after switching it off and on. */
    private void clear() {
        if (mood.stuck()) {
            hangUp();
        }
        mood.well();
    }

    private synchronized void unplug() throws Refused {
        if (server == null) {
            throw new Refused("it is unplugged already");
        }
        shut();
    }

    private synchronized void replug() throws Refused {
        if (server != null) {
            throw new Refused("it is plugged in");
        }
        mood.well();
        plug(port);
    }

    private void shut() {
        ServerSocket listening = server;
        server = null;
        if (listening != null) {
            close(listening);
        }
        hangUp();
    }

    private void hangUp() {
        terminal.drop();
        calls.forEach(CaissePeer::close);
    }

    private static void close(java.io.Closeable door) {
        try {
            door.close();
        } catch (IOException already) {
            LOG.debug("closed already: {}", already.getMessage());
        }
    }

    @Override
    public Tape tape() {
        return tape;
    }

    @Override
    public List<Out> out() {
        return ledger.out();
    }

    /** What it booked; safe for any thread. */
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public synchronized void close() {
        shut();
    }
}
