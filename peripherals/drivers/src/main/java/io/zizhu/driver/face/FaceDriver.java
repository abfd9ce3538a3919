package io.zizhu.driver.face;

import io.zizhu.device.Ability;
import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Profile;
import io.zizhu.device.Setting;
import io.zizhu.driver.camera.Origin;
import io.zizhu.driver.camera.Pump;
import io.zizhu.driver.face.model.ModelFolder;
import io.zizhu.driver.face.model.Natives;
import io.zizhu.driver.face.model.Thresholds;
import io.zizhu.driver.face.sight.Eye;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
    public Profile profile() {
        return new Profile(
                "JPEG frames from V4L2, file or TCP; compares with OpenCV",
                List.of(
                        Setting.like("source", "(tcp:.+:\\d+|file:.+|v4l2:\\d+)", "tcp:HOST:PORT, file:PATH or v4l2:N"),
                        Setting.text("models"),
                        Setting.text("thresholds"),
                        Setting.number("frozen-after", 0, 3600).orNothing()),
                Set.of(Ability.PREVIEW),
                "kit over TCP with rendered faces; V4L2 never opened a camera");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        Opening opening = new Opening(
                binding,
                Origin.of(binding),
                Thresholds.read(Path.of(binding.setting("thresholds"))),
                ModelFolder.at(Path.of(binding.setting("models"))));
        ExecutorService looking = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("eye-" + binding.id()).factory());
        Future<FaceOpenCv> opened = looking.submit(() -> opening.on(looking));
        try {
            return opened.get();
        } catch (ExecutionException trouble) {
            looking.shutdown();
            if (trouble.getCause() instanceof DeviceAway away) {
                throw away;
            }
            throw new IllegalStateException("opening the camera failed", trouble.getCause());
        } catch (InterruptedException stop) {
            looking.execute(() -> closeLate(opened));
            looking.shutdown();
            Thread.currentThread().interrupt();
            throw new DeviceAway(new Fault(Fault.Kind.LOST, "stopped while opening"), stop);
        }
    }

    /** Nobody waits any more for what was opened. */
    private static void closeLate(Future<FaceOpenCv> opened) {
        if (opened.state() == Future.State.SUCCESS) {
            opened.resultNow().close();
        }
    }

    /** Everything that enters native code, on the thread that will look: a virtual thread's carrier is never held up. */
    private record Opening(Binding binding, Origin origin, Thresholds thresholds, ModelFolder models) {
        FaceOpenCv on(ExecutorService looking) throws DeviceAway, InterruptedException {
            int frozen = binding.number("frozen-after", origin instanceof Origin.V4l2 ? 10 : 0, 0, 3600);
            models.check();
            Natives.load();
            Pump pump = Pump.start(origin.open(), binding.id().value());
            try {
                Eye eye = new Eye(models, thresholds);
                if (pump.after(0, FIRST_FRAME_MILLIS).isEmpty()) {
                    throw new DeviceAway(pump.fault()
                            .orElse(new Fault(Fault.Kind.SILENT, binding.setting("source") + ": gives no frame")));
                }
                return new FaceOpenCv(
                        binding.id().value(),
                        pump,
                        eye,
                        looking,
                        Duration.ofSeconds(frozen).toNanos());
            } catch (DeviceAway | InterruptedException | RuntimeException trouble) {
                pump.close();
                throw trouble;
            }
        }
    }
}
