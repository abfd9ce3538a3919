package io.zizhu.driver.escpos;

import io.zizhu.device.Ability;
import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Profile;
import io.zizhu.device.Setting;
import io.zizhu.driver.link.Plug;
import java.util.List;
import java.util.Set;

/** What the ESC/POS drivers have in common: all but the line. */
abstract sealed class EscposDriver implements Driver permits EscposSerialDriver, EscposTcpDriver, EscposUsbDriver {
    private final String id;
    final Plug plug;
    private final Profile profile;

    /** @param line the line in a technician's words, such as {@code on TCP} */
    EscposDriver(String id, Plug plug, String line, List<Setting> settings, String tested) {
        this.id = id;
        this.plug = plug;
        this.profile = new Profile(
                "ESC/POS " + line + ", text in GB18030",
                settings,
                Set.of(Ability.CUT, Ability.QR, Ability.RASTER),
                tested);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public final Profile profile() {
        return profile;
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return EscposPrinter.open(plug.open(binding));
    }
}
