package io.zizhu.driver.sam;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.Plug;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the SAM_V drivers have in common: all but the line. */
abstract sealed class SamOpener implements Driver permits SamDriver, SamUsbDriver {
    private static final Setting POLL = Setting.number("poll-ms", 300, 20, 5000);

    private final String id;
    private final Plug plug;
    private final PhotoDecoder photos;
    private final Profile profile;

    /** @param line the line in a technician's words, such as {@code on USB bulk pipes} */
    SamOpener(String id, Plug plug, PhotoDecoder photos, String line, List<Setting> settings, String tested) {
        this.id = id;
        this.plug = plug;
        this.photos = photos;
        this.profile = new Profile(
                "SAM_V " + line,
                Stream.concat(settings.stream(), Stream.of(POLL)).toList(),
                Set.of(Ability.READ_FINGERS, Ability.READ_NEW_ADDRESS, Ability.DECODE_PHOTO),
                tested);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final DeviceKind kind() {
        return DeviceKind.ID_READER;
    }

    @Override
    public final Profile profile() {
        return profile;
    }

    @Override
    public final Device open(Binding binding) throws DeviceAway {
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
