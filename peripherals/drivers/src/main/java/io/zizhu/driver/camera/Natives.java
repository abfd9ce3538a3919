package io.zizhu.driver.camera;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;

/** Brings in OpenCV's native library. */
public final class Natives {
    private Natives() {}

    /** The first time takes seconds (it is unpacked to {@code ~/.javacpp/cache}), later ones nothing. */
    public static void load() throws DeviceAway {
        try {
            Loader.load(opencv_java.class);
            Core.setNumThreads(1);
        } catch (UnsatisfiedLinkError missing) {
            throw new DeviceAway(
                    new Fault(
                            Fault.Kind.MISCONFIGURED,
                            "OpenCV's native library does not load on " + Loader.getPlatform() + ": "
                                    + missing.getMessage()),
                    missing);
        }
    }
}
