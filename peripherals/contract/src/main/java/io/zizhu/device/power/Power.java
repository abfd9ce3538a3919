package io.zizhu.device.power;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the current flows. The words are the device's own (NUT: {@code OL CHRG}, {@code OB LB}), for technicians.
 *
 * <p>A battery that is nearly empty while the mains are there is {@code OnLine}: it charges. One that the device has
 * ordered to shut down is {@code Low}, whatever else it says.
 */
public sealed interface Power {
    /** The mains are there. */
    record OnLine(Reserve reserve, List<String> words) implements Power {
        public OnLine {
            words = List.copyOf(words);
        }
    }

    /** The mains are away, the battery lasts for now. */
    record OnBattery(Reserve reserve, List<String> words) implements Power {
        public OnBattery {
            words = List.copyOf(words);
        }
    }

    /** The mains are away and the battery is at its end: finish what is begun, begin nothing. */
    record Low(Reserve reserve, List<String> words) implements Power {
        public Low {
            words = List.copyOf(words);
        }
    }

    /** The device, or whoever speaks for it, cannot say. */
    record Unknown(Fault fault) implements Power {}

    /**
     * What is left.
     *
     * @param charge percent, 0 to 100, where the device measures it
     * @param runtime until the battery is empty, where the device estimates it
     */
    record Reserve(OptionalInt charge, Optional<Duration> runtime) {
        public static final Reserve UNTOLD = new Reserve(OptionalInt.empty(), Optional.empty());
    }

    /** {@link #battery()} and {@link #mains()} by their spots, for a pulse. */
    default Map<Spot, Media> supplies() {
        return Map.of(Spot.BATTERY, battery(), Spot.MAINS, mains());
    }

    /** Whether the mains are there. */
    default Media mains() {
        return switch (this) {
            case OnLine onLine -> Media.PRESENT;
            case OnBattery onBattery -> Media.NOT_PRESENT;
            case Low low -> Media.NOT_PRESENT;
            case Unknown unknown -> Media.UNKNOWN;
        };
    }

    /** In one word: {@code FULL} on the mains, {@code LOW} on the battery, {@code OUT} where the battery is at its end. */
    default Media battery() {
        return switch (this) {
            case OnLine onLine -> Media.FULL;
            case OnBattery onBattery -> Media.LOW;
            case Low low -> Media.OUT;
            case Unknown unknown -> Media.UNKNOWN;
        };
    }
}
