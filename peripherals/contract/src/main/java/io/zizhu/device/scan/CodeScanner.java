package io.zizhu.device.scan;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Reads bar codes and two-dimensional codes from paper or a telephone's screen. */
public interface CodeScanner extends Device {
    /**
     * Waits for a code. Only one shown after this question counts; where several were, the newest. What was scanned
     * before, while nobody asked, is wiped unread.
     */
    Scanned scan(Patience patience) throws DeviceAway;
}
