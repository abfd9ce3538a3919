package io.zizhu.driver.scan;

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
import java.util.Optional;
import java.util.Set;

/**
 * Opens code scanners on a serial line (a COM port, or USB CDC-ACM). They must be set up to end each code with CR, LF or
 * both.
 *
 * <p>Settings: {@code port} (path), {@code baud} (115200), {@code charset} (UTF-8), {@code gap-ms} (300, how long the
 * rest of a half code may take), {@code aim} (no; yes where the scanner puts {@code ]Q1} before each code), and out of the
 * model's manual in hexadecimal: {@code ask} and {@code answer} (is it there), {@code begin} and {@code end} (its light).
 */
public final class ScannerSerialDriver implements Driver {
    private final Plug plug;

    public ScannerSerialDriver() {
        this(SerialLink::plug);
    }

    ScannerSerialDriver(Plug plug) {
        this.plug = plug;
    }

    @Override
    public String id() {
        return "scanner-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "codes as lines ended by CR or LF, on a serial line 8N1 or USB CDC-ACM",
                List.of(
                        Setting.text("port"),
                        Setting.oneOf("baud", "115200", List.of("9600", "19200", "38400", "57600", "115200")),
                        Setting.text("charset", "UTF-8"),
                        Setting.number("gap-ms", 300, 20, 5000),
                        Setting.oneOf("aim", "no", List.of("no", "yes")),
                        command("ask"),
                        command("answer"),
                        command("begin"),
                        command("end")),
                Set.of(),
                "kit in memory and over a PTY; never on hardware");
    }

    private static Setting command(String key) {
        return Setting.like(key, "([0-9a-fA-F]{2}){1,32}", "16540D").orNothing();
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        Manners manners = Manners.of(binding);
        Lines lines = new Lines(binding.find("aim").orElse("no").equals("yes"));
        LineScanner scanner = new LineScanner(plug.open(binding), lines, manners);
        try {
            scanner.pulse();
            return scanner;
        } catch (DeviceAway | RuntimeException trouble) {
            scanner.close();
            throw trouble;
        }
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return SerialLink.there(binding, "port");
    }
}
