package io.zizhu.sim.peer.dispense;

import io.zizhu.device.DeviceKind;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.training.Ended;
import io.zizhu.sim.peer.training.Errand;
import io.zizhu.sim.peer.training.Trade;
import java.util.Map;
import java.util.TreeMap;

/**
 * A dispenser with two hoppers, {@code cards} and {@code booklets}. Acts: {@code take} · {@code leave} · {@code jam} (the
 * next motion) · {@code empty refill {store}} · {@code count {store, count}} · {@code bin-full {on}} · {@code bin-empty} ·
 * {@code auto {do: take|off}}.
 */
public final class DispenserTrade implements Trade {
    private static final int LOW = 3;

    private final Machine machine = new Machine(new TreeMap<>(Map.of("cards", 20, "booklets", 5)), LOW);

    @Override
    public String id() {
        return "card-dispenser";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CARD_DISPENSER;
    }

    @Override
    public String driver() {
        return "dispenser-training";
    }

    @Override
    public Ended perform(Errand errand) {
        return switch (errand.what()) {
            case "present" -> present(errand, errand.field("hopper", ""));
            case "await-taken" -> machine.exit().awaitTaken(errand);
            case "stores" -> machine.stores(true, true);
            default -> Ended.as("unknown");
        };
    }

    private Ended present(Errand errand, String hopper) {
        int left = machine.count(hopper);
        if (left < 0) {
            return Machine.refused("no hopper is called so");
        }
        if (machine.jammed()) {
            return Machine.refused("jammed");
        }
        if (machine.exit().occupied()) {
            return Machine.refused("exit-occupied");
        }
        if (left == 0) {
            return Machine.refused("empty");
        }
        boolean arrived = machine.run(errand);
        machine.use(hopper);
        if (!arrived) {
            return new Ended("jammed", Map.of("reason", "the card sticks on its way"));
        }
        machine.exit().put("bin");
        return Ended.as("presented");
    }

    @Override
    public Map<String, String> state() {
        return machine.state("stock", true, true);
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (!machine.act(act, with)) {
            throw new Refused("a dispenser knows no \"" + act + "\"");
        }
    }

    /** How many pieces people have taken. */
    public int taken() {
        return machine.exit().taken();
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
