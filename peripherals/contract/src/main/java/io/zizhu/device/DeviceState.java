package io.zizhu.device;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Both axes of a device at one moment, as {@code /health}, the staff's screen and the console show them.
 *
 * @param media the main word of the second axis
 * @param supplies the second axis spot by spot, as far as the device tells it
 * @param since when the first axis came to stand where it does
 */
public record DeviceState(
        DeviceId id,
        DeviceKind kind,
        Status status,
        Media media,
        Map<Spot, Media> supplies,
        Instant since,
        Optional<Fault> fault) {
    public DeviceState {
        supplies = copy(supplies);
    }

    /** A device that tells no spots. */
    public DeviceState(DeviceId id, DeviceKind kind, Status status, Media media, Instant since, Optional<Fault> fault) {
        this(id, kind, status, media, Map.of(), since, fault);
    }

    static Map<Spot, Media> copy(Map<Spot, Media> supplies) { // in the order of the spots, wherever it is shown
        Map<Spot, Media> copy = new EnumMap<>(Spot.class);
        copy.putAll(supplies);
        return Collections.unmodifiableMap(copy);
    }

    public boolean online() {
        return status == Status.ONLINE;
    }

    /** What the device says of itself now; the time stays while the first axis does. */
    public DeviceState after(Pulse pulse, Instant now) {
        return new DeviceState(
                id,
                kind,
                pulse.status(),
                pulse.media(),
                pulse.supplies(),
                pulse.status() == status ? since : now,
                pulse.fault());
    }

    /** The same but for the time: nothing to tell anybody. */
    public boolean same(DeviceState other) {
        return status == other.status
                && media == other.media
                && supplies.equals(other.supplies)
                && fault.equals(other.fault);
    }
}
