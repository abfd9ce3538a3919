package io.zizhu.device.keep;

import io.zizhu.device.Device;

/** A device that can be rung; the contract of the keeper's own tests. */
interface Bell extends Device {
    String ring() throws io.zizhu.device.DeviceAway;
}
