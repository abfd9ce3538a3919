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
 * Opens endorsement machines by the vendor's own plug-in ({@link VendorPlugin}); without one it says so. Settings: {@code model}
 * (which of several plug-ins), and the plug-in's own.
 */
public final class EndorsementVendorDriver implements Driver {
    private final Plugins plugins;

    /** For the service loader. */
    public EndorsementVendorDriver() {
        this(Plugins.found());
    }

    EndorsementVendorDriver(List<VendorPlugin> plugins) {
        this.plugins = new Plugins(DeviceKind.ENDORSEMENT_MACHINE, plugins);
    }

    @Override
    public String id() {
        return "endorsement-vendor";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ENDORSEMENT_MACHINE;
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
