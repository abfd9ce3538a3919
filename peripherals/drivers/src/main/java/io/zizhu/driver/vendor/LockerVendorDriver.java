package io.zizhu.driver.vendor;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.dispense.VendorPlugin;
import io.zizhu.device.profile.Profile;
import java.util.List;

/**
 * Opens lockers by the vendor's own plug-in ({@link VendorPlugin}); without one it says so. Settings: {@code model}
 * (which of several plug-ins), and the plug-in's own.
 */
public final class LockerVendorDriver implements Driver {
    private final Plugins plugins;

    /** For the service loader. */
    public LockerVendorDriver() {
        this(Plugins.found());
    }

    LockerVendorDriver(List<VendorPlugin> plugins) {
        this.plugins = new Plugins(DeviceKind.LOCKER, plugins);
    }

    @Override
    public String id() {
        return "locker-vendor";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.LOCKER;
    }

    @Override
    public Profile profile() {
        return plugins.profile();
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return plugins.open(binding);
    }
}
