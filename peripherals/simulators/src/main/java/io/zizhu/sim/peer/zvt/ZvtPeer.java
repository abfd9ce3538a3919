package io.zizhu.sim.peer.zvt;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.TcpDoor;
import io.zizhu.sim.peer.pay.Ledger;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * {@code standing|reversed|voided|forgotten|paid-out}; only standing ones have taken money. Door and
 * desk are safe by themselves.
 */
public final class ZvtPeer implements Peer {
    private final PadDesk desk = new PadDesk();
    private final TcpDoor door;

    /** @param port 0 for any free one */
    public ZvtPeer(int port) {
        this.door = new TcpDoor("zvt-peer", port, false, this::welcome).open();
    }

    private TcpDoor.Talk welcome(Socket call) throws IOException {
        Optional<Conversation> talk =
                desk.welcome(call.getInputStream(), call.getOutputStream(), call, BareFraming::new);
        return () -> talk.ifPresent(Conversation::run);
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
        return Map.of(
                "host", "127.0.0.1", "port", Integer.toString(door.port()), "password", "000000", "currency", "CNY");
    }

    @Override
    public Status state() {
        return door.plugged() ? desk.state() : Status.NO_DEVICE;
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

    private void unplug() throws Refused {
        door.unplug();
        desk.hangUp();
    }

    private void replug() throws Refused {
        if (!door.plugged()) {
            desk.clear();
        }
        door.plug();
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
        door.close();
        desk.hangUp();
    }
}
