package io.zizhu.sim.peer.caisse;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Out;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.TcpDoor;
import io.zizhu.sim.peer.pay.Ledger;
import io.zizhu.sim.peer.pay.Mood;
import java.util.List;
import java.util.Map;

/**
 * A pretend card terminal on a TCP port of the loopback that speaks Caisse-AP: one question and one answer a connection,
 * one till at a time.
 *
 * <p>Acts: {@code tap} · {@code decline} · {@code cancel} (while a payment or refund waits; 409 otherwise) · {@code auto
 * {do: tap|decline|cancel|off}} · {@code lose {then: keep|void|forget|wiped}} (the next approved payment: the line drops
 * before the outcome is told; it can never be asked for) · {@code silence hang noise slow spoil merge {on}} · {@code
 * clear} · {@code unplug} · {@code replug}. {@link #out()} lists the payments as {@code application/json}.
 */
public final class CaissePeer implements Peer {
    private final Tape tape = new Tape();
    private final Mood mood = new Mood();
    private final Ledger ledger = new Ledger();
    private final Terminal terminal = new Terminal(tape, mood, ledger);
    private final TcpDoor door;

    /** @param port 0 for any free one */
    public CaissePeer(int port) {
        this.door = new TcpDoor("caisse-peer", port, false, call -> () -> terminal.serve(call)).open();
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
        return Map.of("host", "127.0.0.1", "port", Integer.toString(door.port()), "till", "01", "currency", "CNY");
    }

    /** {@code deviceBusy} while a card is awaited: then {@code tap} makes sense. */
    @Override
    public Status state() {
        if (!door.plugged()) {
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

    private void unplug() throws Refused {
        terminal.drop();
        door.unplug();
    }

    private void replug() throws Refused {
        if (!door.plugged()) {
            mood.well();
        }
        door.plug();
    }

    private void hangUp() {
        terminal.drop();
        door.hangUp();
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
    public void close() {
        terminal.drop();
        door.close();
    }
}
