package io.zizhu.device;

import java.util.Optional;

/** What a driver says of its device when the keeper asks: both axes, and the fault where there is one. */
public record Pulse(Status status, Media media, Optional<Fault> fault) {
    public static Pulse well(Media media) {
        return new Pulse(Status.ONLINE, media, Optional.empty());
    }

    public static Pulse ill(Status status, Media media, Fault fault) {
        return new Pulse(status, media, Optional.of(fault));
    }
}
