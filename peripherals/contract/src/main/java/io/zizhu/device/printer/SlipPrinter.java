package io.zizhu.device.printer;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Prints slips on a roll. */
public interface SlipPrinter extends Device {
    /** Prints, cuts, and waits until the printer says that it is done (completion fence). */
    Sheet print(Slip slip, Patience patience) throws DeviceAway;
}
