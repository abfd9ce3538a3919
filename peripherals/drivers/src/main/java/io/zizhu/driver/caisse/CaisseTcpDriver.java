package io.zizhu.driver.caisse;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Profile;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.TcpLink;
import java.util.Optional;

/**
 * Opens card terminals that speak Caisse-AP over IP. Settings: {@code host}, {@code port} (usually 8888), {@code
 * protocol-id} (012345678901), {@code till} (01), {@code currency} (CNY).
 */
public final class CaisseTcpDriver implements Driver {
    private final Plug plug;

    /** For the service loader. */
    public CaisseTcpDriver() {
        this(TcpLink::plug);
    }

    CaisseTcpDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "caisse-tcp";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PAY_PAD;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "Caisse-AP 3.00 over TCP",
                CaisseSettings.KNOWN,
                CaissePad.ABILITIES,
                "kit over TCP against our own terminal; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        CaisseSettings settings = CaisseSettings.of(binding);
        CaissePad pad = new CaissePad(new CaisseLine(plug, binding, settings.place()), settings);
        pad.pulse();
        return pad;
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 8888);
    }
}
