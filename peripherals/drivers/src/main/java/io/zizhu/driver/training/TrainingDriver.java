package io.zizhu.driver.training;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.link.TcpLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Opens one kind of the bench's devices. Settings: {@code host}, {@code port}. */
abstract class TrainingDriver implements Driver {
    static final String SPEAKS = "training line over TCP";
    static final String TRIED = "kit over TCP against the bench; no real ";

    private final Kind kind;
    private final Duration silence;

    /**
     * What is opened.
     *
     * @param device the terminal's side of it, over an open line
     */
    record Kind(
            String id,
            DeviceKind kind,
            String speaks,
            String tried,
            Set<Ability> abilities,
            Function<TrainingLine, Device> device) {}

    /** @param silence after how long a device that says nothing is taken for away */
    TrainingDriver(Kind kind, Duration silence) {
        this.kind = kind;
        this.silence = silence;
    }

    @Override
    public final String id() {
        return kind.id;
    }

    @Override
    public final DeviceKind kind() {
        return kind.kind;
    }

    @Override
    public final Profile profile() {
        return new Profile(
                kind.speaks,
                List.of(Setting.text("host"), Setting.number("port", 1, 65_535)),
                kind.abilities,
                kind.tried);
    }

    @Override
    public final boolean trainingOnly() {
        return true;
    }

    @Override
    public final Device open(Binding binding) throws DeviceAway {
        return kind.device.apply(TrainingLine.open(TcpLink::plug, binding, kind.kind, silence));
    }

    @Override
    public final Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 0);
    }
}
