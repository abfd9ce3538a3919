package io.zizhu.driver.cabinet;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens the cabinet behind an input and relay board that speaks Modbus RTU on a serial line (RS-485 by a converter that
 * drops its own echo, as those that switch direction by themselves do). Settings: {@code port} (path), {@code baud}
 * (9600), {@code unit} (1), {@code answer-ms} (300, how long the board may think), and what its points mean, see
 * {@link Layout}: {@code doors}, {@code person}, {@code stock}, {@code lamps}.
 */
public final class CabinetDriver implements Driver {
    private static final int BAUD = 9600;

    private final Plug plug;

    public CabinetDriver() {
        this(SerialLink::plug);
    }

    CabinetDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "cabinet-modbus";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CABINET;
    }

    @Override
    public Profile profile() {
        List<Setting> settings = new ArrayList<>(List.of(
                Setting.text("port"),
                Setting.oneOf("baud", String.valueOf(BAUD), List.of("9600", "19200", "38400", "57600", "115200")),
                Setting.number("unit", 1, 1, 247),
                Setting.number("answer-ms", 300, 20, 5_000)));
        settings.addAll(Layout.SETTINGS);
        return new Profile(
                "Modbus RTU on a serial line",
                settings,
                Set.of(Ability.DOORS, Ability.PRESENCE, Ability.STOCK_SENSORS, Ability.LIGHTS),
                "kit in memory and over a PTY; published example frames; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        binding.setting("port");
        Layout layout = Layout.of(binding);
        int unit = binding.number("unit", 1, 1, 247);
        int baud = binding.number("baud", BAUD, 9600, 115_200);
        Duration answer = Duration.ofMillis(binding.number("answer-ms", 300, 20, 5_000));
        Map<String, String> settings = new HashMap<>(binding.settings());
        settings.put("baud", String.valueOf(baud));
        Binding serial = new Binding(binding.id(), binding.driver(), settings);
        ModbusCabinet cabinet = new ModbusCabinet(new ModbusLine(plug.open(serial), baud, answer), unit, layout);
        try {
            cabinet.probe();
            return cabinet;
        } catch (DeviceAway | RuntimeException trouble) {
            cabinet.close();
            throw trouble;
        }
    }
}
