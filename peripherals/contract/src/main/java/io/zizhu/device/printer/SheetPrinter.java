package io.zizhu.device.printer;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Prints A4 sheets. */
public interface SheetPrinter extends Device {
    /**
     * Prints one document once and follows it to its end.
     *
     * @param name what the job is called at the printer; never personal data
     */
    Sheet print(String name, byte[] pdf, Patience patience) throws DeviceAway;

    /** Asks what became of an earlier job. */
    Sheet follow(String job, Patience patience) throws DeviceAway;
}
