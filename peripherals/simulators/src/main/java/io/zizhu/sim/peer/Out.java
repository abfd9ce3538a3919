package io.zizhu.sim.peer;

import java.time.Instant;

/**
 * One thing that came out of a device.
 *
 * @param type {@code application/pdf} or {@code image/png}
 */
public record Out(int number, Instant at, String type, byte[] bytes) {
    public Out {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
