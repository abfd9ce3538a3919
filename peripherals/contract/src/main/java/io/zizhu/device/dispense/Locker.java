package io.zizhu.device.dispense;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/**
 * A wall of boxes in which finished documents wait for their person. Its hoppers are its boxes: {@code FULL} holds
 * something, {@code OUT} is empty. What nobody took stays in its box, which is shut: {@code Retained} names it.
 */
public interface Locker extends Device, Presenter {
    /**
     * Opens one box for its person. Owner thread.
     *
     * @param box one of {@link Stores#hoppers()}
     * @return {@code Refused} where it is empty, or another stands open
     */
    Handover present(String box, Patience patience) throws DeviceAway;
}
