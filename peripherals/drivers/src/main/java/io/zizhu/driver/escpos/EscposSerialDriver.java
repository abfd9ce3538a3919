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
import io.zizhu.driver.link.SerialLink;
import java.util.List;
import java.util.Set;

/** Opens ESC/POS printers on a serial line. Settings: {@code port} (path), {@code baud} (115200). */
public final class EscposSerialDriver implements Driver {
    private final Plug plug;

    /** For the service loader. */
    public EscposSerialDriver() {
        this(SerialLink::plug);
    }

    public EscposSerialDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "escpos-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "ESC/POS on a serial line 8N1, text in GB18030",
                List.of(
                        Setting.text("port"),
                        Setting.oneOf("baud", "115200", List.of("9600", "19200", "38400", "57600", "115200"))),
                Set.of(Ability.CUT, Ability.QR, Ability.RASTER),
                "kit over a PTY and in memory; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return EscposPrinter.open(plug.open(binding));
    }
}
