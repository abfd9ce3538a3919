package io.zizhu.sim.peer.training;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import io.zizhu.sim.peer.line.Speaker;
import io.zizhu.sim.peer.line.TcpDoor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A device without a public wire, at a TCP port of the loopback: the training line around a {@link Trade}. One terminal
 * at a time: who connects hangs up whoever was there.
 *
 * <p>Acts of every such device: {@code hang noise slow {on}} · {@code clear} · {@code unplug} · {@code replug}; all
 * others are the trade's.
 */
public final class TrainingPeer implements Peer, Speaker {
    private final Trade trade;
    private final TcpDoor door;
    private final Tape tape = new Tape();
    private final LineTrouble trouble = new LineTrouble();
    private final Turn turn = new Turn();

    /** @param port 0 for any free one; an {@link UncheckedIOException} where it is taken */
    public TrainingPeer(int port, Trade trade) {
        this.trade = trade;
        this.door = new TcpDoor(
                        trade.id(), port, true, call -> () -> serve(call.getInputStream(), call.getOutputStream()))
                .open();
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
            case "unplug" -> door.unplug();
            case "replug" -> replug();
            default -> trade.act(act, with);
        }
    }

    private void replug() throws Refused {
        if (!door.plugged()) {
            trouble.calm();
        }
        door.plug();
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
        return Map.of("host", "127.0.0.1", "port", Integer.toString(door.port()));
    }

    /** {@code deviceBusy} while an errand goes on. */
    @Override
    public Status state() {
        if (!door.plugged()) {
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
        door.close();
    }
}
