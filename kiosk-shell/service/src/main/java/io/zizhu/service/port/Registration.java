package io.zizhu.service.port;

import io.zizhu.device.camera.Portrait;

/** What the register says of a person. */
public sealed interface Registration {
    record Known(boolean everHadCard, Portrait portrait) implements Registration {}

    record NotKnown() implements Registration {}

    /**
     * The centre does not answer.
     *
     * @param reason for technicians
     */
    record Away(String reason) implements Registration {}
}
