package io.zizhu.sim.peer.ups;

import java.util.Map;
import java.util.TreeMap;

/** How the pretend UPS stands; replaced, never changed. */
record Battery(boolean mains, boolean low, boolean worn, int charge, int runtimeSeconds) {
    private static final int FULL = 100;
    private static final int HOUR = 3600;
    private static final int NEARLY_EMPTY = 9;
    private static final int MINUTES_LEFT = 150;

    static final Battery CHARGED = new Battery(true, false, false, FULL, HOUR);

    Battery mainsOff(int left) {
        return new Battery(false, false, worn, left, left * HOUR / FULL);
    }

    /** The mains come back: what was lost is being charged again. */
    Battery mainsOn() {
        return new Battery(true, low, worn, charge, runtimeSeconds);
    }

    Battery atItsEnd() {
        return new Battery(false, true, worn, NEARLY_EMPTY, MINUTES_LEFT);
    }

    Battery worn(boolean now) {
        return new Battery(mains, low, now, charge, runtimeSeconds);
    }

    String status() {
        String words = mains ? (charge < FULL ? "OL CHRG" : "OL") : "OB DISCHRG";
        return words + (low ? " LB" : "") + (worn ? " RB" : "");
    }

    /** As {@code LIST VAR} tells it; one value is quoted on purpose, as real vendors' names are. */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("battery.charge", Integer.toString(charge));
        variables.put("battery.charge.low", "20");
        variables.put("battery.runtime", Integer.toString(runtimeSeconds));
        variables.put("device.mfr", "Zizhu");
        variables.put("device.model", "Training \"UPS\" \\ 1000");
        variables.put("driver.name", "pretend");
        variables.put("input.voltage", mains ? "229.8" : "0.0");
        variables.put("ups.load", "23");
        variables.put("ups.status", status());
        return variables;
    }
}
