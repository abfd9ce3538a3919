package io.zizhu.driver.face;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.camera.Looking;
import io.zizhu.driver.camera.Origin;
import io.zizhu.driver.camera.Outlook;
import io.zizhu.driver.face.model.ModelFolder;
import io.zizhu.driver.face.model.Thresholds;
import io.zizhu.driver.face.sight.Eye;
import io.zizhu.driver.link.TcpLink;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares faces with OpenCV. Settings: {@code source} (see {@link Origin}), {@code width} and {@code height} (a camera
 * that gives another size is refused), {@code models} (a folder with {@code models.json}), {@code thresholds} (a file),
 * {@code frozen-after} (seconds of the same picture to the byte until the camera counts as broken; 0 for never, which is
 * what stills have; a camera has 10).
 */
public final class FaceDriver implements Driver {
    @Override
    public String id() {
        return "face-opencv";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FACE_CAMERA;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "JPEG frames from V4L2, file or TCP; compares with OpenCV",
                Stream.concat(
                                Outlook.settings().stream(),
                                Stream.of(Setting.text("models"), Setting.text("thresholds")))
                        .toList(),
                Set.of(Ability.PREVIEW),
                "kit over TCP with rendered faces; V4L2 never opened a camera");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        Origin.of(binding); // before the models are read, which takes long
        Thresholds thresholds = Thresholds.read(Path.of(binding.setting("thresholds")));
        ModelFolder models = ModelFolder.at(Path.of(binding.setting("models")));
        Looking looking = new Looking(binding.id().value());
        return looking.open(() -> opened(binding, thresholds, models, looking));
    }

    private static FaceOpenCv opened(Binding binding, Thresholds thresholds, ModelFolder models, Looking looking)
            throws DeviceAway, InterruptedException {
        models.check();
        Outlook outlook = Outlook.open(binding);
        try {
            return new FaceOpenCv(binding.id().value(), outlook, new Eye(models, thresholds), looking);
        } catch (DeviceAway | RuntimeException trouble) {
            outlook.close();
            throw trouble;
        }
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 0);
    }
}
