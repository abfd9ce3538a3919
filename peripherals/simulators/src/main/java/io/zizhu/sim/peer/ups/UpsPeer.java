package io.zizhu.sim.peer.ups;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.line.TcpDoor;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;

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
    private final TcpDoor door;
    private volatile Battery battery = Battery.CHARGED;
    private volatile String lost = "";

    /** @param port 0 for any free one */
    public UpsPeer(int port) {
        this.door = new TcpDoor("ups-peer", port, false, call -> () -> serve(call)).open();
    }

    private void serve(Socket call) throws IOException {
        new Upsd(this::battery, this::lost).serve(call.getInputStream(), call.getOutputStream(), tape, trouble);
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
            case "unplug" -> door.unplug();
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

    private void replug() throws Refused {
        if (!door.plugged()) {
            trouble.calm();
        }
        door.plug();
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
        return Map.of("host", "127.0.0.1", "port", Integer.toString(door.port()), "ups", Upsd.NAME);
    }

    @Override
    public Status state() {
        if (!door.plugged()) {
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
    public void close() {
        door.close();
    }
}
