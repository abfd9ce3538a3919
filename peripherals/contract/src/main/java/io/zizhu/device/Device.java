package io.zizhu.device;

/**
 * A live device. Every method is called by the keeper's one owner thread, blocks at most as long as its
 * {@link Patience} says, and answers trouble with a value. Throwing {@link DeviceAway} means: the link is gone, close
 * and reopen. Methods that any thread may call say so.
 */
public interface Device extends AutoCloseable {
    /** A cheap question for both axes, asked when idle, about once a second. */
    Pulse pulse() throws DeviceAway;

    /** Lets go of port and buffers, wiping personal data; never throws, any thread, more than once. */
    @Override
    void close();
}
