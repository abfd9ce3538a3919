package io.zizhu.device;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A device is no longer as it was: who hears it learns what changed, and nothing else (XFS4IoT
 * {@code Common.StatusChangedEvent} carries changed properties only).
 */
public record Change(DeviceState before, DeviceState now) {
    public DeviceId id() {
        return now.id();
    }

    /** The new first axis; empty where it is as it was. */
    public Optional<Status> status() {
        return now.status() == before.status() ? Optional.empty() : Optional.of(now.status());
    }

    /** The new main word of the second axis; empty where it is as it was. */
    public Optional<Media> media() {
        return now.media() == before.media() ? Optional.empty() : Optional.of(now.media());
    }

    /** The spots that are not as they were; a spot that is no longer told is {@code UNKNOWN}. */
    public Map<Spot, Media> supplies() {
        Map<Spot, Media> changed = new TreeMap<>();
        before.supplies().forEach((spot, was) -> {
            Media is = now.supplies().getOrDefault(spot, Media.UNKNOWN);
            if (is != was) {
                changed.put(spot, is);
            }
        });
        now.supplies().forEach((spot, is) -> {
            if (!before.supplies().containsKey(spot)) {
                changed.put(spot, is);
            }
        });
        return changed;
    }

    /** The fault that came or is another now; empty where there is none or the same. */
    public Optional<Fault> fault() {
        return now.fault().equals(before.fault()) ? Optional.empty() : now.fault();
    }

    /** A fault was there and is gone. */
    public boolean mended() {
        return before.fault().isPresent() && now.fault().isEmpty();
    }
}
