package io.zizhu.driver.escpos;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Plug;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the ESC/POS drivers have in common: all but the line. Setting of all: {@code fence} (status), how the end of a slip is
 * asked for.
 */
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
                Stream.concat(settings.stream(), Stream.of(EscposPrinter.FENCE)).toList(),
                EscposPrinter.ABILITIES,
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
        return EscposPrinter.open(plug.open(binding), binding);
    }
}
