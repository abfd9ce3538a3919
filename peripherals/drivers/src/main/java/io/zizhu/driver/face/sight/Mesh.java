package io.zizhu.driver.face.sight;

import io.zizhu.device.DeviceAway;
import io.zizhu.driver.face.model.ModelFolder;
import io.zizhu.driver.face.model.Nets;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** FaceMesh: lays 468 points on a face the detector found. Belongs to one thread. */
final class Mesh {
    static final String FORM = "facemesh-192";

    private static final int SIDE = 192;
    static final int POINTS = 468;
    private static final double AROUND = 1.5;

    /**
     * @param yaw 0 looking into the camera, towards 1 or -1 looking aside
     * @param surety above 0 where it is a face
     */
    record Marks(List<Spot> points, double yaw, double surety) {}

    private final Net net;
    private final List<String> outputs;

    Mesh(ModelFolder.Slot slot) throws DeviceAway {
        net = Nets.tflite(slot.id(), slot.of(FORM).ending(".tflite"));
        outputs = net.getUnconnectedOutLayersNames();
    }

    /** The marks in the pixels of the picture (BGR). */
    Marks marks(Mat picture, Found face) {
        Similar upright = upright(face);
        Mat crop = upright.view(picture, SIDE, SIDE, Core.BORDER_CONSTANT);
        Mat blob = Dnn.blobFromImage(crop, 1 / 255.0, new Size(SIDE, SIDE), Scalar.all(0), true, false, CvType.CV_32F);
        List<Mat> outs = new ArrayList<>();
        try {
            net.setInput(blob);
            net.forward(outs, outputs);
            float[] values = new float[0];
            float surety = 0;
            for (Mat out : outs) {
                float[] read = new float[(int) out.total()];
                Mat flat = out.reshape(1, 1);
                flat.get(0, 0, read);
                flat.release();
                if (read.length == POINTS * 3) {
                    values = read;
                } else if (read.length == 1) {
                    surety = read[0];
                }
            }
            return marks(values, surety, upright.back());
        } finally {
            crop.release();
            blob.release();
            outs.forEach(Mat::release);
        }
    }

    private static Marks marks(float[] values, double surety, Similar back) {
        List<Spot> points = new ArrayList<>(POINTS);
        for (int i = 0; i < POINTS; i++) {
            points.add(back.of(values[3 * i], values[3 * i + 1]));
        }
        double right = values[3] - values[3 * 234];
        double left = values[3 * 454] - values[3];
        return new Marks(points, (Math.abs(right) - Math.abs(left)) / (Math.abs(right) + Math.abs(left)), surety);
    }

    /** The eyes level, the box half as large again, as MediaPipe feeds this model. */
    private static Similar upright(Found face) {
        Spot right = face.rightEye();
        Spot left = face.leftEye();
        double turn = Math.atan2(left.y() - right.y(), left.x() - right.x());
        double scale = SIDE / (AROUND * Math.max(face.width(), face.height()));
        double a = scale * Math.cos(turn);
        double b = -scale * Math.sin(turn);
        double x = face.x() + face.width() / 2;
        double y = face.y() + face.height() / 2;
        return new Similar(a, b, SIDE / 2.0 - (a * x - b * y), SIDE / 2.0 - (b * x + a * y));
    }
}
