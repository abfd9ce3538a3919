package io.zizhu.driver.ups;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Link;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.TcpLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Opens UPSes that a upsd of the Network UPS Tools speaks for, on this machine or the station's network. Settings:
 * {@code host}, {@code port} (3493), {@code ups} (its name in {@code ups.conf}), and {@code username} with
 * {@code password} where upsd wants a login (in {@code upsd.users} a user with {@code upsmon secondary}). The line is
 * not encrypted: leave the password out where others could listen; reading needs none.
 */
public final class NutDriver implements Driver {
    private static final int PORT = 3493;

    private final Plug plug;

    public NutDriver() {
        this(TcpLink::plug);
    }

    NutDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "nut";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.UPS;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "Network UPS Tools (upsd) over TCP",
                List.of(
                        Setting.text("host"),
                        Setting.number("port", PORT, 1, 65_535),
                        Setting.like("ups", "[A-Za-z0-9_.-]{1,64}", "a name of ups.conf"),
                        Setting.text("username").orNothing(),
                        Setting.text("password").orNothing()),
                Set.of(),
                "kit over TCP; Debian's upsd with dummy-ups; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        binding.setting("host");
        String name = binding.setting("ups");
        Optional<NutLogin> login = NutLogin.of(binding);
        NutUps ups = new NutUps(new NutTalk(line(binding)), name);
        try {
            ups.probe();
            if (login.isPresent()) {
                ups.logIn(login.get());
            }
            return ups;
        } catch (DeviceAway | RuntimeException trouble) {
            ups.close();
            throw trouble;
        }
    }

    private Link line(Binding binding) throws DeviceAway {
        Map<String, String> settings = new HashMap<>(binding.settings());
        settings.putIfAbsent("port", Integer.toString(PORT));
        return plug.open(new Binding(binding.id(), binding.driver(), settings));
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, PORT);
    }
}
