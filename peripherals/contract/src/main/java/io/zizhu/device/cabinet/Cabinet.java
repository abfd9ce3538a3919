package io.zizhu.device.cabinet;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/**
 * The sensors and lamps of the kiosk's body (modelled on XFS4IoT Auxiliaries and Lights). Its pulse tells what
 * {@link Inside#supplies()} says, so that an opened door is heard within about a second.
 */
public interface Cabinet extends Device {
    /** Asks every sensor once. Owner thread. */
    Sight look(Patience patience) throws DeviceAway;

    /**
     * Switches a lamp and asks it whether it is so; switching it again does no harm. Owner thread.
     *
     * @return {@code Refused} where the cabinet has no such lamp (see {@link Inside#lamps()}) or does not switch it
     */
    Lit light(Lamp lamp, boolean on, Patience patience) throws DeviceAway;
}
