package io.zizhu.driver.face;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.driver.camera.FrameSource;
import io.zizhu.driver.camera.Origin;
import io.zizhu.driver.camera.Pump;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Compares faces with OpenCV. Settings: {@code source} (see {@link Origin}), {@code models} (a folder with
 * {@code models.json}), {@code thresholds} (a file), {@code frozen-after} (seconds of the same picture to the byte until
 * the camera counts as broken; 0 for never, which is what stills need; a V4L2 camera has 10).
 */
public final class FaceDriver implements Driver {
    private static final long FIRST_FRAME_MILLIS = 4000;

    @Override
    public String id() {
        return "face-opencv";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.FACE_CAMERA;
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        Origin origin = Origin.of(binding);
        Thresholds thresholds = Thresholds.read(Path.of(binding.setting("thresholds")));
        ModelFolder models = ModelFolder.at(Path.of(binding.setting("models")));
        int frozen = binding.number("frozen-after", origin instanceof Origin.V4l2 ? 10 : 0, 0, 3600);
        models.check();
        Natives.load();
        FrameSource source = origin.open();
        Pump pump = Pump.start(source, binding.id().value());
        try {
            Eye eye = new Eye(models, thresholds);
            awaitFirst(pump, binding);
            return new FaceOpenCv(
                    binding.id().value(),
                    pump,
                    eye,
                    thresholds,
                    Duration.ofSeconds(frozen).toNanos());
        } catch (DeviceAway | RuntimeException trouble) {
            pump.close();
            throw trouble;
        }
    }

    private static void awaitFirst(Pump pump, Binding binding) throws DeviceAway {
        try {
            if (pump.after(0, FIRST_FRAME_MILLIS).isEmpty()) {
                throw new DeviceAway(pump.fault()
                        .orElse(new Fault(Fault.Kind.SILENT, binding.setting("source") + ": gives no frame")));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeviceAway(new Fault(Fault.Kind.LOST, "stopped while opening"), stop);
        }
    }
}
