package io.zizhu.driver.face.model;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.util.function.Function;
import org.opencv.core.CvException;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** Makes nets out of bytes, with OpenCV's native library loaded before. */
public final class Nets {
    private Nets() {}

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
