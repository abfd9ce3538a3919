package io.zizhu.driver.document;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.profile.Setting;
import io.zizhu.driver.camera.Looking;
import io.zizhu.driver.camera.Outlook;
import io.zizhu.driver.link.TcpLink;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Opens document cameras. Settings: {@code source}, {@code width}, {@code height} and {@code frozen-after} as every
 * camera has them ({@link Outlook#settings}); {@code sharpness}, the least variance of the Laplacian within the sheet at
 * half size (a sharp page of text has thousands, a smeared one below fifty).
 */
public final class DocumentDriver implements Driver {
    private static final int SHARPNESS = 120;
    private static final int MOST_SHARPNESS = 10_000;

    @Override
    public String id() {
        return "document-opencv";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.DOCUMENT_CAMERA;
    }

    @Override
    public Profile profile() {
        return new Profile(
                "JPEG frames from V4L2, file or TCP; the perspective is left alone",
                Stream.concat(
                                Outlook.settings().stream(),
                                Stream.of(Setting.number("sharpness", SHARPNESS, 0, MOST_SHARPNESS)))
                        .toList(),
                Set.of(Ability.CAPTURE, Ability.PREVIEW),
                "kit over TCP with drawn sheets; V4L2 never opened a camera");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        int sharpness = binding.number("sharpness", SHARPNESS, 0, MOST_SHARPNESS);
        String where = binding.id().value();
        Looking looking = new Looking(where);
        return looking.open(() -> new DocumentOpenCv(where, Outlook.open(binding), looking, sharpness));
    }

    @Override
    public Optional<Boolean> there(Binding binding) {
        return TcpLink.there(binding, 0);
    }
}
