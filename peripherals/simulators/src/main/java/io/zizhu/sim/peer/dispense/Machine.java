package io.zizhu.sim.peer.dispense;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.training.Ended;
import io.zizhu.sim.peer.training.Errand;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all three share: a motor that may jam, an exit, stores with a count each. Guarded by its own monitor. */
final class Machine {
    /** How long the motor runs; once begun it is not stopped half-way. */
    private static final Duration MOTOR = Duration.ofMillis(300);

    private final Exit exit = new Exit();
    private final Map<String, Integer> stock = new LinkedHashMap<>();
    private final Map<String, Integer> whole;
    private final int low;
    private boolean jams;
    private boolean jammed;

    /** @param low a count below it is low */
    Machine(Map<String, Integer> whole, int low) {
        this.whole = new LinkedHashMap<>(whole);
        this.stock.putAll(whole);
        this.low = low;
    }

    Exit exit() {
        return exit;
    }

    /** Runs the motor; false where it jammed, which then stays until it is cleared. */
    boolean run(Errand errand) {
        errand.note("moving", Map.of());
        long until = System.nanoTime() + MOTOR.toNanos();
        while (System.nanoTime() < until) {
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000L);
        }
        synchronized (this) {
            jammed |= jams;
            jams = false;
            return !jammed;
        }
    }

    synchronized boolean jammed() {
        return jammed;
    }

    synchronized int count(String store) {
        return stock.getOrDefault(store, -1);
    }

    synchronized void use(String store) {
        stock.merge(store, -1, Integer::sum);
    }

    synchronized void clear() {
        jams = false;
        jammed = false;
    }

    static Ended refused(String reason) {
        return new Ended("refused", Map.of("reason", reason));
    }

    /**
     * The acts of all three: those of the exit, {@code jam}, {@code empty {store}} and {@code refill {store}}.
     *
     * @return false where the act is none of them
     */
    boolean act(String act, Map<String, String> with) throws Refused {
        if (exit.act(act, with)) {
            return true;
        }
        synchronized (this) {
            switch (act) {
                case "jam" -> jams = true;
                case "empty", "refill", "count" -> fill(act, with);
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    private void fill(String act, Map<String, String> with) throws Refused {
        String store = with.getOrDefault("store", whole.keySet().iterator().next());
        if (!whole.containsKey(store)) {
            throw new Refused("the stores are " + whole.keySet() + ", not \"" + store + "\"");
        }
        String count = with.getOrDefault("count", "1");
        if (act.equals("count") && !count.matches("\\d{1,3}")) {
            throw new Refused("count: \"" + count + "\" is no number");
        }
        stock.put(
                store,
                switch (act) {
                    case "empty" -> 0;
                    case "refill" -> Math.max(1, whole.get(store));
                    default -> Integer.parseInt(count);
                });
    }

    private String level(int count) {
        return count <= 0 ? "out" : count < low ? "low" : "full";
    }

    /** The answer to {@code what=stores}. */
    synchronized Ended stores(boolean counted, boolean bin) {
        Map<String, String> fields = new HashMap<>();
        stock.forEach((store, count) -> fields.put("hopper-" + store, level(count) + (counted ? ":" + count : "")));
        fields.put("bin", bin ? exit.bin() : "notSupported");
        fields.put("retained", String.valueOf(bin ? exit.retained() : 0));
        return new Ended("stores", fields);
    }

    /**
     * The answer to {@code what=state}.
     *
     * @param spot where this device keeps its stock
     * @param lacking whether an empty store is a fault, as it is where all of them are meant to be filled
     */
    synchronized Map<String, String> state(String spot, boolean bin, boolean lacking) {
        Map<String, String> state = new HashMap<>(Map.of("status", "online"));
        String worst = stock.containsValue(0)
                ? "out"
                : stock.values().stream().anyMatch(count -> count < low) ? "low" : "full";
        state.put("media", jammed ? "jammed" : exit.occupied() ? "present" : "notPresent");
        state.put("spot-exit", state.get("media"));
        state.put("spot-" + spot, worst);
        if (bin) {
            state.put("spot-bin", exit.bin());
        }
        String reason =
                jammed ? "jammed" : lacking && worst.equals("out") ? "empty" : bin && exit.full() ? "bin-full" : "";
        if (!reason.isEmpty()) {
            state.put("fault", "MEDIA");
            state.put("reason", reason);
        }
        return state;
    }

    synchronized Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        stock.forEach((store, count) -> about.put(store, String.valueOf(count)));
        about.put("exit", exit.words());
        about.put("bin", exit.bin());
        about.put("jam", jammed ? "jammed" : jams ? "the next motion jams" : "");
        return about;
    }
}
