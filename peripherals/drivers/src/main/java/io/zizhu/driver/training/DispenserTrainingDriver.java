package io.zizhu.driver.training;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.TcpLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Opens the bench's card and booklet dispenser. Settings: {@code host}, {@code port}. */
public final class DispenserTrainingDriver implements Driver {
    private final Duration silence;

    /** For the service loader. */
    public DispenserTrainingDriver() {
        this(TrainingLine.SILENCE);
    }

    DispenserTrainingDriver(Duration silence) {
        this.silence = silence;
    }

    @Override
    public String id() {
        return "dispenser-training";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CARD_DISPENSER;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "training line over TCP",
                List.of(Setting.text("host"), Setting.number("port", 1, 65_535)),
                TrainingDispenser.ABILITIES,
                "kit over TCP against the bench; no real card and booklet dispenser");
    }

    @Override
    public boolean trainingOnly() {
        return true;
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return new TrainingDispenser(TrainingLine.open(TcpLink::plug, binding, kind(), silence));
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 0);
    }
}
