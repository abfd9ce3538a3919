package io.zizhu.device.dispense;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Hands out blank or made cards and booklets from its hoppers (modelled on the states of XFS4IoT CardReader and Printer). */
public interface Dispenser extends Device, Presenter {
    /**
     * Brings one piece from a hopper to the exit. Owner thread.
     *
     * @param hopper one of {@link Stores#hoppers()}
     */
    Handover present(String hopper, Patience patience) throws DeviceAway;
}
