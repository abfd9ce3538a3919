package io.zizhu.sim.peer.zvt;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pretend card terminal on a TCP port of the loopback, ZVT without a serial frame.
 *
 * <p>Acts: {@code tap} · {@code decline} · {@code cancel} (while a payment waits; 409 otherwise) · {@code auto {do:
 * tap|decline|cancel|off}} · {@code lose {then: keep|void|forget|wiped}} (the next approved payment: the link drops
 * before the outcome is told) · {@code hold {then}} (the next approved payment is booked, its outcome held back until
 * {@code release} or until the till goes) · {@code after-loss {then}} · {@code silence hang noise slow spoil merge {on}} ·
 * {@code clear} · {@code unplug} · {@code replug}.
 *
 * <p>{@link #out()} lists the payments as {@code application/json}: receipt, trace, amount in fen, and state
 * {@code standing|reversed|voided|forgotten}; only standing ones have taken money. Its own monitor guards plug and
 * conversation; the rest is safe by itself.
 */
public final class ZvtPeer implements Peer {
    private final Tape tape = new Tape();
    private final Mood mood = new Mood();
    private final Ledger ledger = new Ledger();
    private final int port;
    private @Nullable ServerSocket server;
    private @Nullable Conversation conversation;
    private @Nullable Till till;

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

    /** A pad has one till: while a payment runs nobody else gets in, else a new connection ends the one before. */
    private synchronized void converse(ServerSocket listening, Socket socket) throws IOException {
        boolean paying = conversation != null && (conversation.waiting() || conversation.held());
        if (!paying) {
            hangUp();
        }
        if (paying || listening != server) {
            socket.close();
            return;
        }
        Till caller = new Till(socket, mood, tape);
        Conversation talk = new Conversation(caller, mood, ledger);
        till = caller;
        conversation = talk;
        Thread.ofVirtual().name("zvt-peer").start(talk);
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

    /** {@code deviceBusy} while a card is awaited: then {@code tap} makes sense. */
    @Override
    public synchronized Status state() {
        if (server == null) {
            return Status.NO_DEVICE;
        }
        if (mood.hung || mood.silent) {
            return Status.OFFLINE;
        }
        return conversation != null && (conversation.waiting() || conversation.held())
                ? Status.DEVICE_BUSY
                : Status.ONLINE;
    }

    @Override
    public Map<String, String> about() {
        List<String> trouble = new ArrayList<>();
        if (mood.hung) {
            trouble.add("hang");
        }
        if (mood.silent) {
            trouble.add("silence");
        }
        if (mood.noisy) {
            trouble.add("noise");
        }
        if (mood.slowMillis > 0) {
            trouble.add("slow");
        }
        if (mood.loseNext) {
            trouble.add("lose");
        }
        return Map.of("trouble", String.join(" ", trouble), "auto", mood.auto);
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "tap", "decline", "cancel", "release" -> person(act);
            case "auto" -> mood.automatic(with.getOrDefault("do", "tap"));
            case "lose" -> mood.lose(with);
            case "hold" -> mood.hold(with);
            case "after-loss" -> mood.afterLoss = AfterLoss.of(with.getOrDefault("then", "keep"));
            case "silence" -> mood.silent = on(with);
            case "hang" -> mood.hung = on(with);
            case "noise" -> mood.noisy = on(with);
            case "spoil" -> mood.spoiling = on(with);
            case "merge" -> mood.merging = on(with);
            case "slow" -> mood.slowMillis = on(with) ? millis(with.getOrDefault("millis", "300")) : 0;
            case "clear" -> clear();
            case "unplug" -> unplug();
            case "replug" -> replug();
            default -> throw new Refused("a pay pad knows no act \"" + act + "\"");
        }
    }

    private static boolean on(Map<String, String> with) {
        return !"false".equals(with.get("on"));
    }

    private static int millis(String text) throws Refused {
        if (!text.matches("\\d{1,5}")) {
            throw new Refused("millis: \"" + text + "\" is no number");
        }
        return Integer.parseInt(text);
    }

    private synchronized void person(String act) throws Refused {
        Conversation talk = conversation;
        if (talk == null) {
            throw new Refused("no till is connected");
        }
        talk.person(act);
    }

    /** The pad is well again, as after switching it off and on: a till has to connect afresh. */
    private synchronized void clear() {
        boolean stuck = mood.hung || mood.silent || mood.noisy || mood.spoiling;
        if (stuck) {
            hangUp(); // before the mood turns: what was hidden stays hidden
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
            try {
                listening.close();
            } catch (IOException already) {
                throw new UncheckedIOException("the door of port " + port + " does not close", already);
            }
        }
        hangUp();
    }

    private void hangUp() {
        Till caller = till;
        till = null;
        conversation = null;
        if (caller != null) {
            caller.close();
        }
    }

    @Override
    public Tape tape() {
        return tape;
    }

    @Override
    public List<Out> out() {
        List<Out> outs = new ArrayList<>();
        for (Booking booking : bookings()) {
            outs.add(new Out(outs.size() + 1, booking.at(), "application/json", booking.json()));
        }
        return outs;
    }

    /** Every payment that was ever approved here, oldest first; the standing ones have taken money. */
    public List<Booking> bookings() {
        return ledger.all();
    }

    @Override
    public synchronized void close() {
        shut();
    }
}
