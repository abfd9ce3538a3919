package io.zizhu.sim.peer.dispense;

import io.zizhu.device.DeviceKind;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.training.Ended;
import io.zizhu.sim.peer.training.Errand;
import io.zizhu.sim.peer.training.Trade;
import java.util.Map;
import java.util.TreeMap;

/**
 * A wall of four boxes, {@code a1} and {@code a2} with something in them. Acts: {@code take} (out of the open box, which
 * is shut then) · {@code leave} (shut with the thing in it) · {@code jam} (the next box does not open) ·
 * {@code empty refill {store}} · {@code bin-full {on}} (the door does not shut) · {@code auto {do: take|off}}.
 */
public final class LockerTrade implements Trade {
    private final Machine machine = new Machine(new TreeMap<>(Map.of("a1", 1, "a2", 1, "a3", 0, "a4", 0)), 0);
    private volatile String open = "";

    @Override
    public String id() {
        return "locker";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.LOCKER;
    }

    @Override
    public String driver() {
        return "locker-training";
    }

    @Override
    public Ended perform(Errand errand) {
        return switch (errand.what()) {
            case "present" -> present(errand, errand.field("box", ""));
            case "await-taken" -> awaitTaken(errand);
            case "stores" -> machine.stores(false, false);
            default -> Ended.as("unknown");
        };
    }

    private Ended present(Errand errand, String box) {
        int holds = machine.count(box);
        if (holds < 0) {
            return Machine.refused("no box is called so");
        }
        if (machine.jammed()) {
            return Machine.refused("jammed");
        }
        if (machine.exit().occupied()) {
            return Machine.refused("exit-occupied");
        }
        if (holds == 0) {
            return Machine.refused("empty");
        }
        if (!machine.run(errand)) {
            return new Ended("jammed", Map.of("reason", "box " + box + " does not open"));
        }
        open = box;
        machine.use(box);
        machine.exit().put(box);
        return Ended.as("presented");
    }

    /** What was not taken is still in its box. */
    private Ended awaitTaken(Errand errand) {
        Ended ended = machine.exit().awaitTaken(errand);
        String box = open;
        if (ended.outcome().equals("retained") && !box.isEmpty()) {
            open = "";
            fill(box);
        }
        return ended;
    }

    private void fill(String box) {
        try {
            machine.act("count", Map.of("store", box, "count", "1"));
        } catch (Refused impossible) {
            throw new IllegalStateException("box " + box + " was there a moment ago", impossible);
        }
    }

    @Override
    public Map<String, String> state() {
        Map<String, String> state = new TreeMap<>(machine.state("locker", false, false));
        state.put("spot-door", machine.exit().occupied() ? "open" : "closed");
        return state;
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (!machine.act(act, with)) {
            throw new Refused("a locker knows no \"" + act + "\"");
        }
    }

    @Override
    public void clear() {
        machine.clear();
    }

    @Override
    public Map<String, String> about() {
        return machine.about();
    }
}
