package io.zizhu.driver.face.sight;

import io.zizhu.device.DeviceAway;
import io.zizhu.driver.face.model.DlibResNet;
import io.zizhu.driver.face.model.ModelFolder;
import io.zizhu.driver.face.model.Nets;
import io.zizhu.driver.face.model.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * Numbers of a face, alike for pictures of one person: dlib's ResNet, or what an operator puts into the slot. The face is
 * laid upright by points of the mesh; the numbers of the picture and of its mirror image are added. Belongs to one
 * thread.
 */
final class Embedder {
    static final String DLIB = "dlib-resnet-face-api";

    private final Net net;
    private final Layout layout;

    Embedder(ModelFolder.Slot slot) throws DeviceAway {
        if (slot.form().equals(DLIB)) {
            layout = Layout.DLIB;
            String manifest = new String(slot.ending(".json"), StandardCharsets.UTF_8);
            net = Nets.onnx(slot.id(), DlibResNet.onnx(Node.of(Path.of(slot.id()), manifest), slot.ending(".bin")));
        } else {
            layout = Layout.read(slot.of(Layout.FORM).settings().at("input"));
            net = Nets.onnx(slot.id(), slot.ending(".onnx"));
        }
    }

    /** The face upright, as large as the net wants it; the caller releases it. */
    Mat chip(Mat picture, List<Spot> mesh) {
        List<Spot> from = layout.points().stream().map(mesh::get).toList();
        return Similar.fit(from, layout.goals()).view(picture, layout.side(), layout.side(), Core.BORDER_CONSTANT);
    }

    /** Numbers of length one. */
    float[] embed(Mat chip) {
        float[] numbers = pass(chip);
        Mat mirrored = new Mat();
        Core.flip(chip, mirrored, 1);
        float[] others = pass(mirrored);
        mirrored.release();
        double square = 0;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += others[i];
            square += (double) numbers[i] * numbers[i];
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= (float) Math.sqrt(square);
        }
        return numbers;
    }

    private float[] pass(Mat chip) {
        Mat blob = Dnn.blobFromImage(
                chip,
                1 / layout.divide(),
                new Size(layout.side(), layout.side()),
                layout.mean(),
                layout.rgb(),
                false,
                CvType.CV_32F);
        net.setInput(blob);
        Mat out = net.forward();
        Mat flat = out.reshape(1, 1);
        float[] numbers = new float[(int) flat.total()];
        flat.get(0, 0, numbers);
        flat.release();
        out.release();
        blob.release();
        return numbers;
    }

    /** Variance of the Laplacian: low where the picture is blurred. */
    static double sharpness(Mat chip) {
        Mat grey = new Mat();
        Mat edges = new Mat();
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble spread = new MatOfDouble();
        Imgproc.cvtColor(chip, grey, Imgproc.COLOR_BGR2GRAY);
        Imgproc.Laplacian(grey, edges, CvType.CV_64F);
        Core.meanStdDev(edges, mean, spread);
        double deviation = spread.toArray()[0];
        grey.release();
        edges.release();
        mean.release();
        spread.release();
        return deviation * deviation;
    }
}
