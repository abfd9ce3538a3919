package io.zizhu.sim.peer.dispense;

import io.zizhu.device.DeviceKind;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.training.Ended;
import io.zizhu.sim.peer.training.Errand;
import io.zizhu.sim.peer.training.Trade;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An endorsement machine with a ribbon. Acts: {@code insert {as: permit|bank}} · {@code take} · {@code leave} ·
 * {@code jam} (the next motion) · {@code empty refill {store: ribbon}} · {@code bin-full {on}} · {@code bin-empty} ·
 * {@code auto {do: take|off}}. What is in the slot and in the machine is one volatile value each, written by the bench
 * or by the one errand.
 */
public final class EndorsementTrade implements Trade {
    private static final String RIBBON = "ribbon";
    private static final int LOW = 10;
    private static final String NUMBER = "C99010200"; // of nobody: no such series is issued

    private final Machine machine = new Machine(Map.of(RIBBON, 100), LOW);
    private volatile @Nullable String slot;
    private volatile boolean inside;
    private final AtomicInteger endorsed = new AtomicInteger();

    @Override
    public String id() {
        return "endorsement-machine";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ENDORSEMENT_MACHINE;
    }

    @Override
    public String driver() {
        return "endorsement-training";
    }

    @Override
    public Ended perform(Errand errand) {
        return switch (errand.what()) {
            case "take-in" -> takeIn(errand);
            case "endorse" -> endorse(errand);
            case "give-back" -> giveBack(errand);
            case "await-taken" -> machine.exit().awaitTaken(errand);
            case "stores" -> machine.stores(true, true);
            default -> Ended.as("unknown");
        };
    }

    private Ended takeIn(Errand errand) {
        if (inside || machine.exit().occupied()) {
            return Machine.refused("exit-occupied");
        }
        if (machine.jammed()) {
            return Machine.refused("jammed");
        }
        errand.await(() -> slot != null);
        String card = slot;
        slot = null;
        if (card == null) {
            return Ended.as("nothing");
        }
        if (!card.equals("permit")) {
            return Machine.refused("a card that cannot be endorsed");
        }
        if (!machine.run(errand)) {
            return Ended.as("jammed");
        }
        inside = true;
        return new Ended("in", Map.of("number", NUMBER));
    }

    private Ended endorse(Errand errand) {
        if (!inside) {
            return Machine.refused("no card is in the machine");
        }
        if (machine.count(RIBBON) == 0) {
            return Machine.refused("empty");
        }
        if (errand.field("line-1", "").isEmpty()) {
            return Machine.refused("nothing to print");
        }
        boolean well = machine.run(errand);
        machine.use(RIBBON);
        if (!well) {
            return new Ended("spoilt", Map.of("reason", "the card slipped under the print head"));
        }
        endorsed.incrementAndGet();
        return Ended.as("endorsed");
    }

    private Ended giveBack(Errand errand) {
        if (!inside) {
            return Machine.refused("no card is in the machine");
        }
        if (machine.jammed()) {
            return Machine.refused("jammed");
        }
        if (!machine.run(errand)) {
            return new Ended("jammed", Map.of("reason", "the card sticks on its way out"));
        }
        inside = false;
        machine.exit().put("bin");
        return Ended.as("presented");
    }

    @Override
    public Map<String, String> state() {
        Map<String, String> state = new java.util.TreeMap<>(machine.state("toner", true, true));
        state.put("spot-card", inside ? "present" : "notPresent");
        return state;
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        if (act.equals("insert")) {
            String card = with.getOrDefault("as", "permit");
            if (!card.equals("permit") && !card.equals("bank")) {
                throw new Refused("a card is permit or bank, not \"" + card + "\"");
            }
            slot = card;
        } else if (!machine.act(act, with)) {
            throw new Refused("an endorsement machine knows no \"" + act + "\"");
        }
    }

    /** How many cards were endorsed well. */
    public int endorsed() {
        return endorsed.get();
    }

    /** Staff open it, mend the jam and take out what is in it. */
    @Override
    public void clear() {
        machine.clear();
        slot = null;
    }

    @Override
    public Map<String, String> about() {
        Map<String, String> about = machine.about();
        about.put("card", inside ? "in the machine" : slot == null ? "" : "in the slot");
        return about;
    }
}
