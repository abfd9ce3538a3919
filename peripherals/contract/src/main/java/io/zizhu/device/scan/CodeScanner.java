package io.zizhu.device.scan;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Reads printed codes. */
public interface CodeScanner extends Device {
    Scan scan(Patience patience) throws DeviceAway;
}
