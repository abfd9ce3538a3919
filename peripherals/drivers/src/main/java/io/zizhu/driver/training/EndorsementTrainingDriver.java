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

/** Opens the bench's endorsement machine. Settings: {@code host}, {@code port}. */
public final class EndorsementTrainingDriver implements Driver {
    private final Duration silence;

    /** For the service loader. */
    public EndorsementTrainingDriver() {
        this(TrainingLine.SILENCE);
    }

    EndorsementTrainingDriver(Duration silence) {
        this.silence = silence;
    }

    @Override
    public String id() {
        return "endorsement-training";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.ENDORSEMENT_MACHINE;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "training line over TCP",
                List.of(Setting.text("host"), Setting.number("port", 1, 65_535)),
                TrainingEndorser.ABILITIES,
                "kit over TCP against the bench; no real endorsement machine");
    }

    @Override
    public boolean trainingOnly() {
        return true;
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return new TrainingEndorser(TrainingLine.open(TcpLink::plug, binding, kind(), silence));
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 0);
    }
}
