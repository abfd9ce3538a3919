package io.zizhu.sim.peer.ups;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Ports;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A UPS behind a upsd on a TCP port of the loopback; any number of clients at a time.
 *
 * <p>Acts: {@code mains-off {charge: percent}} · {@code mains-on} · {@code low} (the battery is at its end) ·
 * {@code charge} (full again) · {@code worn {on}} · {@code stale {on}} (upsd has lost the UPS) · {@code driver-gone {on}}
 * · {@code hang slow {on}} · {@code clear} ·
 * {@code unplug} · {@code replug}. Its own monitor guards the plug; the rest is safe by itself.
 */
public final class UpsPeer implements Peer {
    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final List<Socket> calls =
            new CopyOnWriteArrayList<>(); // any thread hangs up, each call's own thread leaves
    private final int port;
    private volatile Battery battery = Battery.CHARGED;
    private volatile String lost = "";
    private @Nullable ServerSocket server;
    private @Nullable Thread porter;

    /** @param port 0 for any free one */
    public UpsPeer(int port) {
        this.port = plug(port == 0 ? Ports.free() : port);
    }

    private synchronized int plug(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            server = listening;
            porter = Thread.ofVirtual().name("ups-peer-door").start(() -> welcome(listening));
            return listening.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + wanted, taken);
        }
    }

    private void welcome(ServerSocket listening) {
        while (true) {
            try {
                Socket call = listening.accept();
                call.setTcpNoDelay(true);
                calls.add(call);
                Thread.ofVirtual().name("ups-peer").start(() -> serve(call));
            } catch (IOException unplugged) {
                return; // the door is closed
            }
        }
    }

    private void serve(Socket call) {
        try (call) {
            new Upsd(this::battery, this::lost).serve(call.getInputStream(), call.getOutputStream(), tape, trouble);
        } catch (IOException hungUp) {
            // the client or the plug went: nobody is left to be told
        } finally {
            calls.remove(call);
        }
    }

    private Battery battery() {
        return battery;
    }

    /** The error that every question for the UPS ends with, empty where upsd has it. */
    private String lost() {
        return lost;
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (!act.equals("noise") && trouble.act(act, with)) {
            return;
        }
        switch (act) {
            case "mains-off" -> battery = battery.mainsOff(percent(with.getOrDefault("charge", "80")));
            case "mains-on" -> battery = battery.mainsOn();
            case "low" -> battery = battery.atItsEnd();
            case "charge" -> battery = Battery.CHARGED.worn(battery.worn());
            case "worn" -> battery = battery.worn(on(with));
            case "stale" -> lost = on(with) ? "DATA-STALE" : "";
            case "driver-gone" -> lost = on(with) ? "DRIVER-NOT-CONNECTED" : "";
            case "clear" -> {
                battery = Battery.CHARGED;
                lost = "";
                trouble.calm();
            }
            case "unplug" -> unplug();
            case "replug" -> replug();
            default -> throw new Refused("a ups knows no \"" + act + "\"");
        }
    }

    private static boolean on(Map<String, String> with) {
        return !"false".equals(with.get("on"));
    }

    private static int percent(String text) throws Refused {
        if (!text.matches("\\d{1,2}|100")) {
            throw new Refused("charge: \"" + text + "\" is no percentage");
        }
        return Integer.parseInt(text);
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
        trouble.calm();
        plug(port);
    }

    private void shut() {
        ServerSocket listening = server;
        server = null;
        try {
            if (listening != null) {
                listening.close();
            }
            for (Socket call : calls) {
                call.close();
            }
            Thread leaving = porter;
            if (leaving != null) {
                leaving.join(Duration.ofSeconds(2)); // the port lives until its porter has left it
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException stuck) {
            throw new UncheckedIOException("port " + port + " does not close", stuck);
        }
    }

    @Override
    public String id() {
        return "ups";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.UPS;
    }

    @Override
    public String driver() {
        return "nut";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(port), "ups", Upsd.NAME);
    }

    @Override
    public synchronized Status state() {
        if (server == null) {
            return Status.NO_DEVICE;
        }
        return trouble.hangs() || !lost.isEmpty() ? Status.OFFLINE : Status.ONLINE;
    }

    @Override
    public Map<String, String> about() {
        Battery now = battery;
        return Map.of(
                "mains",
                now.mains() ? "on" : "off",
                "battery",
                now.charge() + " %" + (now.low() ? ", at its end" : ""),
                "status",
                now.status(),
                "trouble",
                (trouble.words() + " " + lost).strip());
    }

    @Override
    public Tape tape() {
        return tape;
    }

    @Override
    public List<Out> out() {
        return List.of();
    }

    @Override
    public synchronized void close() {
        shut();
    }
}
