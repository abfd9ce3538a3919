package io.zizhu.driver.sam;

import io.zizhu.device.Binding;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.SerialLink;
import java.util.List;
import java.util.Optional;

/**
 * Opens SAM_V card readers on a serial line. Settings: {@code port} (path), {@code baud} (115200), {@code poll-ms}
 * (300, how often it looks for a card).
 */
public final class SamDriver extends SamOpener {
    private static final List<Setting> SETTINGS = List.of(
            Setting.text("port"),
            Setting.oneOf("baud", "115200", List.of("9600", "19200", "38400", "57600", "115200")));

    /** For the service loader: serial line, and whichever photo plug-in is on the class path. */
    public SamDriver() {
        this(SerialLink::plug, PhotoDecoder.installed());
    }

    public SamDriver(Plug plug, PhotoDecoder photos) {
        super(
                "sam-serial",
                plug,
                photos,
                "on a serial line 8N1",
                SETTINGS,
                "kit in memory and over a PTY; never on hardware");
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return SerialLink.there(binding, "port");
    }
}
