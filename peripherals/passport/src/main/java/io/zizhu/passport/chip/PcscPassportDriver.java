package io.zizhu.passport.chip;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens contactless readers that the machine's PC/SC service knows. Settings: {@code reader} (a part of its name; the
 * first one where it is missing), {@code socket} (where the service listens, if not at its usual place), {@code csca} (a folder of countries' certificates), {@code block} (224, bytes asked
 * for at a time; above 231 in extended length), {@code poll-ms} (200), {@code silence-ms} (5000, how long a chip may
 * think about one command).
 */
public final class PcscPassportDriver implements Driver {
    private final PcscService service;
    private final InstantSource clock;

    /** For the service loader: the machine's own PC/SC service. */
    public PcscPassportDriver() {
        this(PcscService.ofTheMachine(), InstantSource.system());
    }

    PcscPassportDriver(PcscService service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "pcsc-passport";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.PASSPORT_READER;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "ICAO Doc 9303 (BAC, PACE) over PC/SC",
                List.of(
                        Setting.text("reader").orNothing(),
                        Setting.text("socket").orNothing(),
                        Setting.text("csca").orNothing(),
                        Setting.number("block", 224, 64, 32_000),
                        Setting.number("poll-ms", 200, 20, 5_000),
                        Setting.number("silence-ms", 5_000, 500, 60_000)),
                Set.of(Ability.BAC, Ability.PACE),
                "kit in memory; pcscd with a virtual reader and a software chip; never on hardware");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        Optional<String> folder = binding.find("csca");
        Authorities authorities = folder.isEmpty()
                ? Authorities.none()
                : Authorities.load(Path.of(folder.get()), "devices/" + binding.id() + "/csca");
        Duration silence = Duration.ofMillis(binding.number("silence-ms", 5_000, 500, 60_000));
        Reader reader = Reader.open(service, binding.find("socket"), binding.find("reader"), silence);
        try {
            return new ChipReader(
                    reader,
                    Duration.ofMillis(binding.number("poll-ms", 200, 20, 5_000)),
                    binding.number("block", 224, 64, 32_000),
                    new PassiveAuthentication(authorities),
                    clock);
        } catch (DeviceAway | RuntimeException trouble) {
            reader.close();
            throw trouble;
        }
    }
}
