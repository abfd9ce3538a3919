package io.zizhu.driver.sam;

import java.time.Duration;

/**
 * What the host may ask the security module. The silence is how long it may take to begin its answer: the times used in
 * the field (100 ms find and select, 2 s read), stretched for slow lines.
 */
enum Command {
    RESET(0x10, 0xFF, 1000),
    STATUS(0x11, 0xFF, 500),
    SAM_ID(0x12, 0xFF, 700),
    FIND(0x20, 0x01, 500),
    SELECT(0x20, 0x02, 500),
    READ(0x30, 0x01, 2500),
    READ_NEW_ADDRESS(0x30, 0x03, 2000),
    READ_WITH_FINGERS(0x30, 0x10, 3500);

    private final int code;
    private final int parameter;
    private final Duration silence;

    Command(int code, int parameter, int silenceMillis) {
        this.code = code;
        this.parameter = parameter;
        this.silence = Duration.ofMillis(silenceMillis);
    }

    Duration silence() {
        return silence;
    }

    /** Preamble, length (command + parameter + check), command, parameter, check. */
    byte[] frame() {
        byte[] frame = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69, 0, 3, (byte) code, (byte) parameter, 0
        };
        frame[9] = (byte) (3 ^ code ^ parameter);
        return frame;
    }
}
