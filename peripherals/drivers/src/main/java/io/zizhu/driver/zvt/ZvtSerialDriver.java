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
import io.zizhu.driver.link.SerialLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens card terminals that speak ZVT on a serial line. Settings: {@code port} (path), {@code baud} (9600), {@code
 * stop-bits} (2), {@code password} (000000), {@code currency} (CNY).
 */
public final class ZvtSerialDriver implements Driver {
    private static final String BAUD = "9600";
    private static final String STOP_BITS = "2";

    private final Plug plug;

    /** For the service loader. */
    public ZvtSerialDriver() {
        this(SerialLink::plug);
    }

    ZvtSerialDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "zvt-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PAY_PAD;
    }

    @Override
    public Profile profile() {
        List<Setting> settings = new ArrayList<>(List.of(
                Setting.text("port"),
                Setting.oneOf("baud", BAUD, List.of("9600", "19200", "38400", "57600", "115200")),
                Setting.oneOf("stop-bits", STOP_BITS, List.of("1", "2"))));
        settings.addAll(ZvtSettings.KNOWN);
        return new Profile(
                "ZVT (PA00P015) on a serial line 8N2, framed with DLE and CRC",
                settings,
                ZvtPad.ABILITIES,
                "kit in memory, short over a PTY, against our own terminal; computed example frames; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        String place = binding.setting("port");
        Map<String, String> line = new HashMap<>(Map.of("baud", BAUD, "stop-bits", STOP_BITS));
        line.putAll(binding.settings());
        Binding wired = new Binding(binding.id(), binding.driver(), line);
        ZvtSettings settings = ZvtSettings.of(binding, place);
        PadLine.Dial dial = patience -> Registration.on(new FramedWire(plug.open(wired), place), settings, patience);
        return new ZvtPad(new PadLine(dial.open(Patience.of(Registration.LIMIT)), dial), settings);
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return SerialLink.there(binding, "port");
    }
}
