package io.zizhu.driver.camera;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.nio.file.Path;

/** Where the frames come from, as the setting {@code source} says it. */
public sealed interface Origin {
    /** {@code tcp:HOST:PORT}: each frame is its length, four bytes big-endian, and a JPEG. */
    record Tcp(String host, int port) implements Origin {}

    /** {@code file:PATH}: one JPEG, a folder of them in the order of their names, or an MJPEG AVI; over and over. */
    record Files(Path path) implements Origin {}

    /** {@code v4l2:N}: the camera {@code /dev/videoN}. */
    record V4l2(int number) implements Origin {}

    /** @throws DeviceAway of kind MISCONFIGURED where the setting is missing or of no known form */
    static Origin of(Binding binding) throws DeviceAway {
        String text = binding.setting("source");
        if (text.matches("tcp:(\\[[0-9a-fA-F:]+]|[^:\\s]+):\\d{1,5}")) {
            int colon = text.lastIndexOf(':');
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port > 0 && port < 65536) {
                return new Tcp(text.substring(4, colon), port);
            }
        } else if (text.matches("v4l2:\\d{1,2}")) {
            return new V4l2(Integer.parseInt(text.substring(5)));
        } else if (text.startsWith("file:") && text.length() > 5 && text.indexOf('\0') < 0) {
            return new Files(Path.of(text.substring(5)));
        }
        throw new DeviceAway(
                Fault.Kind.MISCONFIGURED,
                "devices/" + binding.id() + "/source: \"" + text + "\" is none of tcp:HOST:PORT, file:PATH and v4l2:N");
    }

    /** A camera, whose pictures never repeat to the byte; stills do. */
    default boolean live() {
        return !(this instanceof Files);
    }

    /** Opens it; the native library is loaded before where a capture is needed. */
    default FrameSource open(Asked asked) throws DeviceAway {
        return switch (this) {
            case Tcp(String host, int port) -> TcpFrames.connect(host, port);
            case Files(Path path) when path.toString().endsWith(".avi") -> VideoFrames.file(path);
            case Files(Path path) -> StillFrames.of(path);
            case V4l2(int number) -> VideoFrames.camera(number, asked);
        };
    }
}
