package io.zizhu.driver.camera;

import io.zizhu.device.DeviceAway;

/**
 * Pictures one after the other, as fast as the camera gives them. Read by one thread, the pump; closed by any, which
 * ends a read that is waiting.
 */
public interface FrameSource extends AutoCloseable {
    /** A picture of more bytes than this is not one. */
    int MOST_BYTES = 4 * 1024 * 1024;

    /**
     * Waits for the next picture.
     *
     * @return JPEG bytes
     * @throws DeviceAway where the link broke (LOST) or what came is no picture (GARBLED)
     */
    byte[] next() throws DeviceAway;

    @Override
    void close();
}
