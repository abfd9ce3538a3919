package io.zizhu.sim.peer.finger;

import io.zizhu.device.DeviceKind;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.training.Ended;
import io.zizhu.sim.peer.training.Errand;
import io.zizhu.sim.peer.training.Trade;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A fingerprint reader. Acts: {@code press {person, finger, as: well|dry|wet|dirty|partial}} · {@code lift} ·
 * {@code fault {reason}}. It is asked {@code capture {finger}} and ends it {@code captured {quality, template}} (base64),
 * {@code nothing}, {@code lifted}, {@code poor {reason, quality}}, after noting {@code finger} once one lies there. What
 * lies on the glass is guarded by being one volatile value.
 */
public final class FingerTrade implements Trade {
    /** As ISO/IEC 19794-2:2005 numbers them. */
    private static final List<String> FINGERS = List.of(
            "unknown",
            "right-thumb",
            "right-index",
            "right-middle",
            "right-ring",
            "right-little",
            "left-thumb",
            "left-index",
            "left-middle",
            "left-ring",
            "left-little");

    private static final Map<String, Integer> QUALITY =
            Map.of("well", 78, "dry", 22, "wet", 25, "dirty", 18, "partial", 35);
    private static final Duration SCAN = Duration.ofMillis(350);
    private static final int LEAST = 40;

    private final People people;
    private volatile @Nullable Lying lying;
    private volatile String fault = "";
    private final AtomicLong touches = new AtomicLong();

    /** @param touch counts up: the same finger laid on again is another touch */
    private record Lying(long touch, String name, int code, String as) {}

    public FingerTrade(People people) {
        this.people = people;
    }

    @Override
    public String id() {
        return "finger-reader";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FINGER_READER;
    }

    @Override
    public String driver() {
        return "finger-training";
    }

    @Override
    public Ended perform(Errand errand) {
        return errand.what().equals("capture") ? capture(errand) : Ended.as("unknown");
    }

    private Ended capture(Errand errand) {
        errand.await(() -> lying != null);
        Lying finger = lying;
        if (finger == null) {
            return Ended.as("nothing");
        }
        errand.note("finger", Map.of());
        long scanned = System.nanoTime() + SCAN.toNanos();
        errand.await(() -> !finger.equals(lying) || System.nanoTime() - scanned >= 0);
        if (!finger.equals(lying)) {
            return Ended.as("lifted");
        }
        if (errand.over()) {
            return Ended.as("nothing");
        }
        int quality = QUALITY.getOrDefault(finger.as(), 0);
        if (quality < LEAST) {
            return new Ended("poor", Map.of("reason", finger.as(), "quality", String.valueOf(quality)));
        }
        byte[] print = PretendFinger.of(finger.name(), finger.code()).print(new Random(), 1, quality);
        return new Ended(
                "captured",
                Map.of(
                        "quality",
                        String.valueOf(quality),
                        "template",
                        Base64.getEncoder().encodeToString(print)));
    }

    @Override
    public Map<String, String> state() {
        String media = lying == null ? "notPresent" : "present";
        Map<String, String> state = new HashMap<>(Map.of("media", media, "spot-finger", media));
        state.put("status", fault.isEmpty() ? "online" : "hardwareError");
        if (!fault.isEmpty()) {
            state.put("fault", "BROKEN");
            state.put("reason", fault);
        }
        return state;
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "press" -> press(with);
            case "lift" -> {
                if (lying == null) {
                    throw new Refused("no finger lies there");
                }
                lying = null;
            }
            case "fault" -> fault = with.getOrDefault("reason", "sensor");
            default -> throw new Refused("a fingerprint reader knows no \"" + act + "\"");
        }
    }

    private void press(Map<String, String> with) throws Refused {
        String finger = with.getOrDefault("finger", "right-index");
        String as = with.getOrDefault("as", "well");
        if (!FINGERS.contains(finger)) {
            throw new Refused("\"finger\" is one of " + FINGERS + ", not \"" + finger + "\"");
        }
        if (!QUALITY.containsKey(as)) {
            throw new Refused("\"as\" is well, dry, wet, dirty or partial, not \"" + as + "\"");
        }
        lying = new Lying(touches.incrementAndGet(), people.of(with).id() + "/" + finger, FINGERS.indexOf(finger), as);
    }

    @Override
    public void clear() {
        fault = "";
        lying = null;
    }

    @Override
    public Map<String, String> about() {
        Lying finger = lying;
        return Map.of("finger", finger == null ? "" : finger.name() + " " + finger.as(), "fault", fault);
    }
}
