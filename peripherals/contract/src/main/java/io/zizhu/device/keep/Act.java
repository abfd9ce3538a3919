package io.zizhu.device.keep;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;

/** One question to a live device, carried out on its owner thread. */
@FunctionalInterface
public interface Act<D extends Device, R> {
    R on(D device) throws DeviceAway;
}
