package io.zizhu.terminal.xfs.face;

import io.zizhu.device.Fault;
import io.zizhu.wire.json.Json;
import java.util.Optional;

/**
 * The payload of {@code Common.ErrorEvent} for a fault that came. Words checked against
 * {@code Framework/Core/Common/Events/ErrorEvent_g.cs} of {@code KAL-ATM-Software/KAL_XFS4IoT_SP-Dev}.
 */
public final class ErrorOf {
    private ErrorOf() {}

    /** Empty where a person's clumsiness or somebody else's turn is all that happened. */
    public static Optional<Json.Obj> fault(Fault fault) {
        return switch (fault.kind()) {
            case LOST, SILENT -> error(fault, "hardware", "suspend"); // the keeper opens it again by itself
            case GARBLED -> error(fault, "hardware", "reset");
            case BROKEN -> error(fault, "hardware", "maintenance");
            case MEDIA -> error(fault, "hardware", "clear");
            case MISCONFIGURED -> error(fault, "software", "configuration");
            case REFUSED, MOVED, BUSY -> Optional.empty();
        };
    }

    private static Optional<Json.Obj> error(Fault fault, String event, String action) {
        return Optional.of(Json.Obj.EMPTY
                .with("eventId", event)
                .with("action", action)
                .with("vendorDescription", fault.toString()));
    }
}
