package io.zizhu.driver.sam;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;
import java.time.Duration;
import java.util.ServiceLoader;

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
