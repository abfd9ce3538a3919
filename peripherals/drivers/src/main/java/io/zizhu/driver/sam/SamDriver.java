package io.zizhu.driver.sam;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Profile;
import io.zizhu.device.Setting;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Opens SAM_V card readers on a serial line. Settings: {@code port} (path), {@code baud} (115200), {@code poll-ms}
 * (300, how often it looks for a card).
 */
public final class SamDriver implements Driver {
    private final Plug plug;
    private final PhotoDecoder photos;

    /** For the service loader: serial line, and whichever photo plug-in is on the class path. */
    public SamDriver() {
        this(
                SerialLink::plug,
                ServiceLoader.load(PhotoDecoder.class).findFirst().orElseGet(PhotoDecoder::none));
    }

    public SamDriver(Plug plug, PhotoDecoder photos) {
        this.plug = plug;
        this.photos = photos;
    }

    @Override
    public String id() {
        return "sam-serial";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ID_READER;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "SAM_V on a serial line 8N1",
                List.of(
                        Setting.text("port"),
                        Setting.oneOf("baud", "115200", List.of("9600", "19200", "38400", "57600", "115200")),
                        Setting.number("poll-ms", 300, 20, 5000)),
                Set.of(),
                "kit in memory and over a PTY; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        Duration poll = Duration.ofMillis(binding.number("poll-ms", 300, 20, 5000));
        SamReader reader = new SamReader(new Exchange(plug.open(binding)), photos, poll);
        try {
            reader.probe();
            return reader;
        } catch (DeviceAway | RuntimeException trouble) {
            reader.close();
            throw trouble;
        }
    }
}
