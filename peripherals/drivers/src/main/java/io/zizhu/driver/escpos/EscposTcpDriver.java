package io.zizhu.driver.escpos;

import io.zizhu.device.Binding;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.TcpLink;
import java.util.List;
import java.util.Optional;

/** Opens ESC/POS printers on the station's network. Settings: {@code host}, {@code port} (mostly 9100). */
public final class EscposTcpDriver extends EscposDriver {
    /** For the service loader. */
    public EscposTcpDriver() {
        this(TcpLink::plug);
    }

    public EscposTcpDriver(Plug plug) {
        super(
                "escpos-tcp",
                plug,
                "on TCP",
                List.of(Setting.text("host"), Setting.number("port", 1, 65535)),
                "kit over TCP; never on hardware");
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 9100);
    }
}
