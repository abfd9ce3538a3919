package io.zizhu.driver.link;

import io.zizhu.device.DeviceAway;

/**
 * One claimed interface of one USB device: the seam between {@link UsbLink} and a native library. Called by one platform
 * thread alone, the link's; every call ends with its time, zero is no time that is ever asked for.
 *
 * <p>Trouble is a {@link DeviceAway}: {@code LOST} once the device is gone, always in the same words, so that one unplug
 * is told as one change; {@code GARBLED} for a stall or more bytes than the endpoint may send.
 */
public interface UsbPort extends AutoCloseable {
    /**
     * Sends bytes to a bulk OUT endpoint.
     *
     * @return how many it took within the time; 0 where it takes none
     */
    int write(int endpoint, byte[] bytes, int millis) throws DeviceAway;

    /**
     * The next packet of a bulk IN endpoint, at most one: so no byte is lost to a time-out in the middle of a message
     * whose length is a multiple of the packet size.
     *
     * @return empty where none came within the time
     */
    byte[] read(int endpoint, int millis) throws DeviceAway;

    /**
     * A question of the device class to this interface, over endpoint 0 (bmRequestType A1).
     *
     * @return empty where there was no answer within the time
     */
    byte[] ask(int request, int length, int millis) throws DeviceAway;

    /** Lets go of interface and device; never throws. */
    @Override
    void close();
}
