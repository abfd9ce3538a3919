package io.zizhu.driver.vendor;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Fault;
import io.zizhu.device.dispense.VendorPlugin;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vendors' plug-ins of one kind that are on the class path, and which of them a binding means. Any thread. */
final class Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final DeviceKind kind;
    private final List<VendorPlugin> installed;

    Plugins(DeviceKind kind, List<VendorPlugin> all) {
        this.kind = kind;
        this.installed = all.stream().filter(plugin -> plugin.kind() == kind).toList();
    }

    /** Those on the class path; one that does not load is left out and named in the log. */
    static List<VendorPlugin> found() {
        List<VendorPlugin> found = new ArrayList<>();
        var providers = ServiceLoader.load(VendorPlugin.class).iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return found;
                }
                found.add(providers.next());
            } catch (ServiceConfigurationError broken) {
                LOG.error("a vendor's plug-in does not load", broken);
            }
        }
    }

    /** What bindings may say, before and after a plug-in is there. */
    Profile profile() {
        List<Setting> settings = new ArrayList<>(List.of(Setting.text("model").orNothing()));
        Set<String> known = new HashSet<>(Set.of("model"));
        for (VendorPlugin plugin : installed) {
            for (Setting setting : plugin.settings()) {
                if (known.add(setting.key())) {
                    settings.add(installed.size() == 1 ? setting : setting.orNothing()); // each model has its own needs
                }
            }
        }
        return new Profile(
                "a vendor's own, by a plug-in",
                settings,
                Set.of(),
                "the seam with a plug-in of the tests; no vendor's plug-in is part of the product");
    }

    /** @throws DeviceAway MISCONFIGURED, saying what to install, where no plug-in fits the binding */
    Device open(Binding binding) throws DeviceAway {
        VendorPlugin plugin = chosen(binding);
        Device device = plugin.open(binding);
        LOG.info(
                "{} by the plug-in {} ({}), native libraries {}",
                binding.id(),
                plugin.model(),
                plugin.licence(),
                plugin.nativeLibraries());
        return device;
    }

    private VendorPlugin chosen(Binding binding) throws DeviceAway {
        if (installed.isEmpty()) {
            throw wrong(
                    binding,
                    "driver",
                    binding.driver() + " needs the vendor's plug-in and none is installed: put its jar, which serves "
                            + VendorPlugin.class.getName() + " for a " + kind.word()
                            + ", beside the terminal's own (/usr/lib/zizhu/terminal) and start the terminal again");
        }
        String model = binding.find("model").orElse("");
        if (model.isEmpty() && installed.size() == 1) {
            return installed.getFirst();
        }
        List<String> models = installed.stream().map(VendorPlugin::model).toList();
        return installed.stream()
                .filter(plugin -> plugin.model().equals(model))
                .findFirst()
                .orElseThrow(() -> wrong(
                        binding,
                        "model",
                        (model.isEmpty() ? "missing" : "\"" + model + "\"") + "; installed are " + models));
    }

    private static DeviceAway wrong(Binding binding, String key, String what) {
        return new DeviceAway(Fault.Kind.MISCONFIGURED, "devices/" + binding.id() + "/" + key + ": " + what);
    }
}
