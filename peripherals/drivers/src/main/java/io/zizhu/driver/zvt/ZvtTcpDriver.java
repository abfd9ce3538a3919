package io.zizhu.driver.zvt;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Patience;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.TcpLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens card terminals that speak ZVT over TCP. Settings: {@code host}, {@code port} (usually 20007), {@code password}
 * (000000), {@code currency} (CNY).
 */
public final class ZvtTcpDriver implements Driver {
    private final Plug plug;

    /** For the service loader: over TCP. */
    public ZvtTcpDriver() {
        this(TcpLink::plug);
    }

    ZvtTcpDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "zvt-tcp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PAY_PAD;
    }

    @Override
    public Profile profile() {
        List<Setting> settings = new ArrayList<>(List.of(Setting.text("host"), Setting.number("port", 1, 65_535)));
        settings.addAll(ZvtSettings.KNOWN);
        return new Profile(
                "ZVT (PA00P015) over TCP",
                settings,
                ZvtPad.ABILITIES,
                "kit over TCP against our own terminal; published example frames; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        String place = binding.setting("host") + ":" + binding.setting("port");
        binding.number("port", 20_007, 1, 65_535);
        ZvtSettings settings = ZvtSettings.of(binding, place);
        PadLine.Dial dial = patience -> Registration.on(new BareWire(plug.open(binding), place), settings, patience);
        return new ZvtPad(new PadLine(dial.open(Patience.of(Registration.LIMIT)), dial), settings);
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 20007);
    }
}
