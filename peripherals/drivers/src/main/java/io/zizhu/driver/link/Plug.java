package io.zizhu.driver.link;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;

/** Opens the line that a binding names: the seam between a protocol and its wire. */
@FunctionalInterface
public interface Plug {
    Link open(Binding binding) throws DeviceAway;
}
