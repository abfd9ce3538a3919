package io.zizhu.driver.vendor;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.dispense.VendorPlugin;
import io.zizhu.device.profile.Setting;
import java.util.List;

/** A vendor's plug-in whose devices another driver opens. */
record TestPlugin(String model, Driver opens) implements VendorPlugin {
    @Override
    public DeviceKind kind() {
        return opens.kind();
    }

    @Override
    public String licence() {
        return "Apache-2.0";
    }

    @Override
    public List<String> nativeLibraries() {
        return List.of();
    }

    @Override
    public List<Setting> settings() {
        return opens.profile().settings();
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return opens.open(binding);
    }
}
