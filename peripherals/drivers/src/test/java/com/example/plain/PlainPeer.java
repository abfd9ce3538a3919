package com.example.plain;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.line.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The far end, written from the protocol: shares no code with the driver. */
final class PlainPeer implements Peer, Speaker {
    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private volatile String state = "mains";
    private volatile int charge = 100;
    private volatile boolean worn;
    private volatile boolean stale;

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (one == '?') {
                String words = stale ? "stale" : state + (worn ? " worn " : " ") + charge + " " + 72 * charge;
                trouble.send((words + "\n").getBytes(StandardCharsets.US_ASCII), out, tape);
            }
        }
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (trouble.act(act, with)) {
            return;
        }
        boolean on = !"false".equals(with.get("on"));
        switch (act) {
            case "mains-off" -> {
                state = "battery";
                charge = Integer.parseInt(with.getOrDefault("charge", "64"));
            }
            case "mains-on" -> state = "mains";
            case "low" -> state = "low";
            case "worn" -> worn = on;
            case "stale" -> stale = on;
            default -> throw new Refused("a plain supply knows no \"" + act + "\"");
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
        return "plain-ups";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Status state() {
        return Status.ONLINE;
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
    public void close() {
        trouble.calm();
    }
}
