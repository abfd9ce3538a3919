package io.zizhu.driver.ipp;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a printer's {@code printer-state-reasons} mean here. The severity at their end ({@code -report}, {@code -warning},
 * {@code -error}) is cut off: printers turn one into the other as they like, so the keyword alone decides.
 *
 * @param state printer-state: 3 idle, 4 processing, 5 stopped
 */
record Condition(int state, Set<String> reasons) {
    static final int STOPPED = 5;

    private static final Set<String> OUT = Set.of("media-empty", "media-needed", "input-tray-missing");
    private static final Set<String> JAMMED = Set.of("media-jam");
    private static final Set<String> OPEN = Set.of("cover-open", "door-open", "interlock-open");
    private static final Set<String> SPENT = Set.of(
            "toner-empty",
            "marker-supply-empty",
            "marker-waste-full",
            "developer-empty",
            "output-area-full",
            "output-tray-missing",
            "fuser-over-temp",
            "fuser-under-temp",
            "opc-life-over");
    private static final Set<String> AWAY =
            Set.of("offline", "shutdown", "paused", "stopping", "timed-out", "connecting-to-device", "spool-area-full");

    Condition {
        reasons = Set.copyOf(reasons);
    }

    static Condition of(int state, Collection<String> raw) {
        Set<String> keywords = new TreeSet<>();
        for (String each : raw) {
            keywords.add(each.replaceFirst("-(report|warning|error)$", ""));
        }
        keywords.remove("none");
        return new Condition(state, keywords);
    }

    /** Why nothing can be printed now; empty where it can. */
    Optional<Fault> blocking() {
        for (Set<String> kind : List.of(OUT, JAMMED, OPEN, SPENT)) {
            if (any(kind)) {
                return Optional.of(fault(Fault.Kind.MEDIA));
            }
        }
        return any(AWAY) || state == STOPPED ? Optional.of(fault(Fault.Kind.BROKEN)) : Optional.empty();
    }

    boolean jammed() {
        return any(JAMMED);
    }

    Pulse pulse(Supplies supplies) {
        Map<Spot, Media> spots = supplies.spots(this);
        return new Pulse(status(), spots.getOrDefault(Spot.PAPER, media()), spots, blocking());
    }

    /** A printer without paper is there and can be asked; one with an open door is in a person's hands. */
    private Status status() {
        if (any(OPEN)) {
            return Status.USER_ERROR;
        }
        if (any(OUT) || any(JAMMED)) {
            return Status.ONLINE;
        }
        if (any(SPENT) || (state == STOPPED && !any(AWAY))) {
            return Status.HARDWARE_ERROR;
        }
        return any(AWAY) ? Status.OFFLINE : Status.ONLINE;
    }

    Media media() {
        if (any(JAMMED)) {
            return Media.JAMMED;
        }
        if (any(OUT)) {
            return Media.OUT;
        }
        return reasons.contains("media-low") ? Media.LOW : Media.FULL;
    }

    private boolean any(Set<String> kind) {
        return reasons.stream().anyMatch(kind::contains);
    }

    private Fault fault(Fault.Kind kind) {
        String said = reasons.isEmpty() ? "stopped without a reason" : String.join(", ", new TreeSet<>(reasons));
        return new Fault(kind, "the printer says: " + said);
    }
}
