package io.zizhu.sim.peer.zvt;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.pay.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pretend card terminal on a TCP port of the loopback, ZVT without a serial frame. It has one till: while a payment
 * runs nobody else gets in, else a new connection ends the one before.
 *
 * <p>Acts: {@code tap} · {@code decline} · {@code cancel} (while a payment or refund waits; 409 otherwise) · {@code auto
 * {do: tap|decline|cancel|off}} · {@code lose {then: keep|void|forget|wiped}} (the next approved payment: the link drops
 * before the outcome is told) · {@code hold {then}} (the next approved payment is booked, its outcome held back until
 * {@code release} or until the till goes) · {@code after-loss {then}} · {@code fault {state: 51}} (what it says of itself
 * when asked, in hexadecimal; 51: uninitialised) · {@code silence hang noise slow spoil merge {on}} · {@code clear} ·
 * {@code unplug} · {@code replug}.
 *
 * <p>{@link #out()} lists the payments as {@code application/json}: receipt, trace, amount in fen, and state
 * {@code standing|reversed|voided|forgotten|paid-out}; only standing ones have taken money. Its own monitor guards the
 * plug; the rest is safe by itself.
 */
public final class ZvtPeer implements Peer {
    private final PadDesk desk = new PadDesk();
    private final int port;
    private @Nullable ServerSocket server;

    /** @param port 0 for any free one */
    public ZvtPeer(int port) {
        this.port = plug(port == 0 ? Ports.free() : port);
    }

    private synchronized int plug(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            server = listening;
            Thread.ofVirtual().name("zvt-peer-door").start(() -> welcome(listening));
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
                converse(listening, socket);
            } catch (IOException unplugged) {
                return; // the door is closed
            }
        }
    }

    private synchronized void converse(ServerSocket listening, Socket socket) throws IOException {
        Optional<Conversation> talk = listening == server
                ? desk.welcome(socket.getInputStream(), socket.getOutputStream(), socket, BareFraming::new)
                : Optional.empty();
        if (talk.isPresent()) {
            Thread.ofVirtual().name("zvt-peer").start(talk.get());
        } else {
            socket.close();
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
        return "zvt-tcp";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(port), "password", "000000", "currency", "CNY");
    }

    @Override
    public synchronized Status state() {
        return server == null ? Status.NO_DEVICE : desk.state();
    }

    @Override
    public Map<String, String> about() {
        return desk.about();
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "unplug" -> unplug();
            case "replug" -> replug();
            default -> desk.act(act, with);
        }
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
        desk.clear();
        plug(port);
    }

    private void shut() {
        ServerSocket listening = server;
        server = null;
        if (listening != null) {
            try {
                listening.close();
            } catch (IOException already) {
                throw new UncheckedIOException("the door of port " + port + " does not close", already);
            }
        }
        desk.hangUp();
    }

    @Override
    public Tape tape() {
        return desk.tape;
    }

    @Override
    public List<Out> out() {
        return desk.ledger.out();
    }

    /** What it booked; safe for any thread. */
    public Ledger ledger() {
        return desk.ledger;
    }

    @Override
    public synchronized void close() {
        shut();
    }
}
