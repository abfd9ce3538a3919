package io.zizhu.sim.peer.dispense;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.training.Ended;
import io.zizhu.sim.peer.training.Errand;
import java.util.Map;

/**
 * What lies at the exit, who takes it, and where it goes when nobody does. People act from one thread while the device
 * waits on another: guarded by its own monitor.
 */
final class Exit {
    private boolean lies;
    private boolean left;
    private boolean full;
    private boolean helpful;
    private String fate = "nothing";
    private String home = "bin";
    private int taken;
    private int retained;

    /** @param wherever it goes when nobody takes it */
    synchronized void put(String wherever) {
        lies = true;
        left = false;
        home = wherever;
        if (helpful) {
            take();
        }
    }

    synchronized boolean occupied() {
        return lies;
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int retained() {
        return retained;
    }

    synchronized boolean full() {
        return full;
    }

    private void take() {
        lies = false;
        fate = "taken";
        taken++;
    }

    /**
     * Waits until somebody takes it or goes; then, or once the errand is over, draws it in.
     *
     * @return {@code taken}, {@code retained bin=…}, {@code stays}, or {@code nothing} where nothing ever lay there
     */
    Ended awaitTaken(Errand errand) {
        errand.await(() -> !occupied() || gone());
        synchronized (this) {
            if (lies && full) {
                return Ended.as("stays");
            }
            if (lies) {
                lies = false;
                fate = "retained";
                retained++;
            }
            return fate.equals("retained") ? new Ended(fate, Map.of("bin", home)) : Ended.as(fate);
        }
    }

    private synchronized boolean gone() {
        return left;
    }

    /** @return false where the act is none of the exit's, so that the trade looks further */
    synchronized boolean act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "take", "leave" -> {
                if (!lies) {
                    throw new Refused("nothing lies at the exit");
                }
                if (act.equals("take")) {
                    take();
                } else {
                    left = true;
                }
            }
            case "bin-full" -> full = !"false".equals(with.get("on"));
            case "bin-empty" -> {
                full = false;
                retained = 0;
            }
            case "auto" -> {
                helpful = with.getOrDefault("do", "take").equals("take");
                if (helpful && lies) {
                    take();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code notPresent}, {@code present} or {@code full}. */
    synchronized String bin() {
        return full ? "full" : retained > 0 ? "present" : "notPresent";
    }

    String words() {
        return occupied() ? "waits to be taken" : "";
    }
}
