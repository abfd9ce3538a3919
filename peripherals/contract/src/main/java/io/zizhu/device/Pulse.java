package io.zizhu.device;

import java.util.Map;
import java.util.Optional;

/**
 * What a driver says of its device when the keeper asks: both axes, and the fault where there is one.
 *
 * @param media the main word of the second axis
 * @param supplies the second axis spot by spot, as far as the device tells it
 */
public record Pulse(Status status, Media media, Map<Spot, Media> supplies, Optional<Fault> fault) {
    public Pulse {
        supplies = DeviceState.copy(supplies);
    }

    public Pulse(Status status, Media media, Optional<Fault> fault) {
        this(status, media, Map.of(), fault);
    }

    public static Pulse well(Media media) {
        return new Pulse(Status.ONLINE, media, Optional.empty());
    }

    public static Pulse ill(Status status, Media media, Fault fault) {
        return new Pulse(status, media, Optional.of(fault));
    }

    /** The same, with the second axis spot by spot. */
    public Pulse with(Map<Spot, Media> spots) {
        return new Pulse(status, media, spots, fault);
    }
}
