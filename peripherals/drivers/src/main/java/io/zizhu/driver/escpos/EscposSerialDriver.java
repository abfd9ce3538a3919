package io.zizhu.driver.escpos;

import io.zizhu.device.Binding;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;
import java.util.List;
import java.util.Optional;

/** Opens ESC/POS printers on a serial line. Settings: {@code port} (path), {@code baud} (115200). */
public final class EscposSerialDriver extends EscposDriver {
    private static final List<Setting> SETTINGS = List.of(
            Setting.text("port"),
            Setting.oneOf("baud", "115200", List.of("9600", "19200", "38400", "57600", "115200")));

    /** For the service loader. */
    public EscposSerialDriver() {
        this(SerialLink::plug);
    }

    public EscposSerialDriver(Plug plug) {
        super(
                "escpos-serial",
                plug,
                "on a serial line 8N1",
                SETTINGS,
                "kit over a PTY and in memory; never on hardware");
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return SerialLink.there(binding, "port");
    }
}
