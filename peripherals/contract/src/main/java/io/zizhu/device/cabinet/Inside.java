package io.zizhu.device.cabinet;

import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the sensors said at one moment.
 *
 * @param doors by the name that the binding gives them
 * @param person {@code PRESENT}, {@code NOT_PRESENT}, or {@code NOT_SUPPORTED} without a sensor
 * @param stock by name: {@code FULL}, {@code LOW} or {@code OUT}
 * @param lamps those that are there, and whether they are on
 */
public record Inside(Map<String, Door> doors, Media person, Map<String, Media> stock, Map<Lamp, Boolean> lamps) {
    private static final List<Media> WORST_FIRST = List.of(Media.OUT, Media.LOW, Media.FULL);

    public Inside {
        doors = Collections.unmodifiableMap(new TreeMap<>(doors));
        stock = Collections.unmodifiableMap(new TreeMap<>(stock));
        lamps = Map.copyOf(lamps);
    }

    /** The emptiest of all stocks; {@code NOT_SUPPORTED} where none is watched. */
    public Media lowest() {
        return first(WORST_FIRST, stock.values());
    }

    /** For a pulse: one open door is {@code OPEN}, the emptiest stock counts. */
    public Map<Spot, Media> supplies() {
        Map<Spot, Media> supplies = new EnumMap<>(Spot.class);
        if (!doors.isEmpty()) {
            supplies.put(
                    Spot.DOOR,
                    first(
                            List.of(Media.OPEN, Media.CLOSED),
                            doors.values().stream().map(Door::media).toList()));
        }
        if (person != Media.NOT_SUPPORTED) {
            supplies.put(Spot.PERSON, person);
        }
        if (!stock.isEmpty()) {
            supplies.put(Spot.STOCK, lowest());
        }
        return supplies;
    }

    private static Media first(List<Media> order, Collection<Media> among) {
        return order.stream().filter(among::contains).findFirst().orElse(Media.NOT_SUPPORTED);
    }
}
