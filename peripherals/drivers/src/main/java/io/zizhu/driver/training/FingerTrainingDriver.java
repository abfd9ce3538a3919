package io.zizhu.driver.training;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.finger.FingerMatcher;
import io.zizhu.driver.link.Plug;
import io.zizhu.driver.link.TcpLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens the bench's fingerprint reader. Settings: {@code host}, {@code port}. */
public final class FingerTrainingDriver implements Driver {
    private final Plug plug;
    private final FingerMatcher matcher;

    /** For the service loader. */
    public FingerTrainingDriver() {
        this(TcpLink::plug, FingerMatcher.installed());
    }

    FingerTrainingDriver(Plug plug, FingerMatcher matcher) {
        this.plug = plug;
        this.matcher = matcher;
    }

    @Override
    public String id() {
        return "finger-training";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FINGER_READER;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "training line over TCP; ISO/IEC 19794-2:2005 templates, compared with SourceAFIS",
                List.of(Setting.text("host"), Setting.number("port", 1, 65535)),
                Set.of(Ability.CAPTURE, Ability.MATCH),
                "kit over TCP against the bench with synthetic minutiae; no real reader, no real finger");
    }

    @Override
    public boolean trainingOnly() {
        return true;
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        return new TrainingFingerReader(TrainingLine.open(plug, binding, kind()), matcher);
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 0);
    }
}
