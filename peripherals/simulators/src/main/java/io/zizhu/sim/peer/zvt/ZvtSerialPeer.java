package io.zizhu.sim.peer.zvt;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import io.zizhu.sim.peer.pay.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pretend card terminal on a serial line, ZVT in its frames. In memory, call {@link #serve} on a thread of its own
 * with both ends of a pipe; on a line, hand it a plug. Where it hangs up, its line falls for a moment, as that of a
 * terminal on USB does when it starts again. Acts as those of {@link ZvtPeer}.
 */
public final class ZvtSerialPeer implements Peer, Speaker {
    private final PadDesk desk = new PadDesk();
    private final SerialPlug plug;

    /** In memory: whoever owns the pipe pulls it by closing. */
    public ZvtSerialPeer() {
        this(SerialPlug.none());
    }

    /** @param plug the line it hangs on, out at first: the act {@code replug} puts it in */
    public ZvtSerialPeer(SerialPlug plug) {
        this.plug = plug;
    }

    @Override
    public void serve(InputStream in, OutputStream out) throws IOException {
        Optional<Conversation> talk = desk.welcome(in, out, out, SerialFraming::new);
        if (talk.isEmpty()) {
            throw new IOException("one line has one till");
        }
        talk.get().run();
        throw new IOException("the line falls");
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "unplug" -> plug.unplug();
            case "replug" -> {
                desk.clear();
                plug.replug(this);
            }
            default -> desk.act(act, with);
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
        return "zvt-serial";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(plug.settings());
        settings.put("password", "000000");
        settings.put("currency", "CNY");
        return settings;
    }

    @Override
    public Status state() {
        return plug.plugged() ? desk.state() : Status.NO_DEVICE;
    }

    @Override
    public Map<String, String> about() {
        return desk.about();
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
    public void close() {
        plug.close();
        desk.hangUp();
    }
}
