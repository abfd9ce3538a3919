package io.zizhu.device.dispense;

import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a device has to hand out, and what it drew in.
 *
 * @param hoppers in the device's own order
 * @param bin {@code NOT_PRESENT} empty, {@code PRESENT} something in it, {@code FULL} no room, {@code NOT_SUPPORTED}
 *     without one
 * @param retained how many lie in the bin, since it was last emptied
 */
public record Stores(List<Hopper> hoppers, Media bin, int retained) {
    private static final List<Media> WORST_FIRST = List.of(Media.JAMMED, Media.OUT, Media.LOW, Media.FULL);

    /**
     * A place that things are handed out from: a hopper of blank cards, a locker's box, an endorsement machine's ribbon.
     *
     * @param level {@code FULL}, {@code LOW}, {@code OUT} or {@code JAMMED}
     * @param left how many, where the device counts them
     */
    public record Hopper(String name, Media level, OptionalInt left) {}

    public Stores {
        hoppers = List.copyOf(hoppers);
    }

    /** The worst level of all hoppers; {@code NOT_SUPPORTED} where there is none. */
    public Media lowest() {
        return WORST_FIRST.stream()
                .filter(level -> hoppers.stream().anyMatch(hopper -> hopper.level() == level))
                .findFirst()
                .orElse(Media.NOT_SUPPORTED);
    }

    /**
     * For a pulse.
     *
     * @param stock the spot that this device class keeps its stock at
     */
    public Map<Spot, Media> supplies(Spot stock) {
        Map<Spot, Media> supplies = new EnumMap<>(Spot.class);
        if (!hoppers.isEmpty()) {
            supplies.put(stock, lowest());
        }
        if (bin != Media.NOT_SUPPORTED) {
            supplies.put(Spot.BIN, bin);
        }
        return supplies;
    }
}
