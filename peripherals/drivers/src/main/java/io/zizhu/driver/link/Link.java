package io.zizhu.driver.link;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/**
 * A line to a device: bytes out, bytes in, nothing of what they mean. Used by a driver on the keeper's owner thread;
 * waiting parks that thread and pins no carrier.
 */
public interface Link extends AutoCloseable {
    /** @throws DeviceAway {@code LOST} where the line is broken, {@code SILENT} where the far end takes no bytes */
    void send(byte[] bytes) throws DeviceAway;

    /**
     * The next bytes as they come, at least one; empty once patience is over. The array belongs to the caller, who wipes
     * it where it may hold personal data.
     *
     * @throws DeviceAway {@code LOST} once the line is broken and everything received before has been taken
     */
    byte[] receive(Patience patience) throws DeviceAway;

    /** Throws away, wiped, what has come in unasked. */
    void drain();

    /** Lets go of the line and wipes what waits; any thread, more than once, never throws. */
    @Override
    void close();
}
