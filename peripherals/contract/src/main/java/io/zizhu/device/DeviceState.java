package io.zizhu.device;

import java.time.Instant;
import java.util.Optional;

/** Both axes of a device at one moment, as {@code /health}, the staff's screen and the console show them. */
public record DeviceState(
        DeviceId id, DeviceKind kind, Status status, Media media, Instant since, Optional<Fault> fault) {
    public boolean online() {
        return status == Status.ONLINE;
    }

    /** The same but for the time: nothing to tell anybody. */
    public boolean same(DeviceState other) {
        return status == other.status && media == other.media && fault.equals(other.fault);
    }
}
