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
import io.zizhu.driver.link.TcpLink;
import java.util.List;
import java.util.Set;

/** Opens ESC/POS printers on the station's network. Settings: {@code host}, {@code port} (mostly 9100). */
public final class EscposTcpDriver implements Driver {
    private final Plug plug;

    /** For the service loader. */
    public EscposTcpDriver() {
        this(TcpLink::plug);
    }

    public EscposTcpDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "escpos-tcp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.RECEIPT_PRINTER;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "ESC/POS on TCP, text in GB18030",
                List.of(Setting.text("host"), Setting.number("port", 1, 65535)),
                Set.of(Ability.CUT, Ability.QR, Ability.RASTER),
                "kit over TCP; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return EscposPrinter.open(plug.open(binding));
    }
}
