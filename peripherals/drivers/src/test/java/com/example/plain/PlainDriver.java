package com.example.plain;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;
import java.util.List;
import java.util.Set;

/** Opens power supplies that answer one line to one question mark. */
public final class PlainDriver implements Driver {
    private final Plug plug;

    public PlainDriver() { // for the service loader
        this(SerialLink::plug);
    }

    PlainDriver(Plug plug) { // for the kit: a line in memory
        this.plug = plug;
    }

    @Override
    public String id() {
        return "plain-ups";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.UPS;
    }

    @Override
    public Profile profile() { // checked before anything is opened: a wrong section is refused with its field
        return new Profile(
                "one line of text for a question mark, on a serial line 8N1",
                List.of(Setting.text("port"), Setting.oneOf("baud", "9600", List.of("9600", "115200"))),
                Set.of(),
                "kit in memory; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        PlainUps ups = new PlainUps(plug.open(binding));
        try {
            ups.pulse(); // a port that opens is not yet a device that answers
            return ups;
        } catch (DeviceAway | RuntimeException trouble) {
            ups.close();
            throw trouble;
        }
    }
}
