package io.zizhu.driver.face.model;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.util.function.Function;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** Brings in OpenCV's native library, and nets out of bytes. */
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

    public static Net onnx(String id, byte[] model) throws DeviceAway {
        return net(id, model, Dnn::readNetFromONNX);
    }

    public static Net tflite(String id, byte[] model) throws DeviceAway {
        return net(id, model, Dnn::readNetFromTFLite);
    }

    private static Net net(String id, byte[] model, Function<MatOfByte, Net> reading) throws DeviceAway {
        MatOfByte bytes = new MatOfByte(model);
        try {
            return reading.apply(bytes);
        } catch (CvException unreadable) {
            throw new DeviceAway(
                    new Fault(Fault.Kind.MISCONFIGURED, "models.json: OpenCV cannot run " + id), unreadable);
        } finally {
            bytes.release();
        }
    }
}
