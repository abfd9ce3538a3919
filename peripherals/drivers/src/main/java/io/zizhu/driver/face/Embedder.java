package io.zizhu.driver.face;

import io.zizhu.device.DeviceAway;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * dlib's ResNet: 128 numbers of a face, alike for pictures of one person. The face is laid by ten of the mesh's points on
 * dlib's mean face, 150 x 150 with a quarter of padding; the numbers of the picture and of its mirror image are added.
 * Belongs to one thread.
 */
final class Embedder {
    static final String FORM = "dlib-resnet-face-api";

    private static final double PADDING = 0.25;
    private static final Scalar MEAN = new Scalar(122.782, 117.001, 104.298);

    /** Points of the mesh, and where dlib's mean face has the same ones (0 to 1, before padding). */
    private static final int[] POINTS = {33, 133, 362, 263, 168, 4, 2, 61, 291, 0};

    private static final double[][] MEAN_FACE = {
        {0.121737, 0.216423},
        {0.334606, 0.231733},
        {0.645647, 0.231733},
        {0.858516, 0.216423},
        {0.490127, 0.203352},
        {0.490127, 0.515625},
        {0.490127, 0.628106},
        {0.254149, 0.780233},
        {0.726104, 0.780233},
        {0.490127, 0.742578}
    };

    private final Net net;
    private final List<Spot> goals = new ArrayList<>();

    Embedder(ModelFolder.Slot slot) throws DeviceAway {
        Node manifest = new Node(
                Path.of(slot.id()),
                "",
                Json.read(new String(slot.of(FORM).ending(".json"), java.nio.charset.StandardCharsets.UTF_8)));
        MatOfByte model = new MatOfByte(DlibResNet.onnx(manifest, slot.ending(".bin")));
        net = Dnn.readNetFromONNX(model);
        model.release();
        for (double[] mean : MEAN_FACE) {
            goals.add(new Spot(goal(mean[0]), goal(mean[1])));
        }
    }

    private static double goal(double mean) {
        return (PADDING + mean) / (1 + 2 * PADDING) * DlibResNet.SIDE;
    }

    /** The face upright, 150 x 150; the caller releases it. */
    Mat chip(Mat picture, List<Spot> mesh) {
        List<Spot> from = new ArrayList<>();
        for (int point : POINTS) {
            from.add(mesh.get(point));
        }
        return Similar.fit(from, goals).view(picture, DlibResNet.SIDE, DlibResNet.SIDE, Core.BORDER_CONSTANT);
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
                chip, 1 / 256.0, new Size(DlibResNet.SIDE, DlibResNet.SIDE), MEAN, true, false, CvType.CV_32F);
        net.setInput(blob);
        Mat out = net.forward();
        float[] numbers = new float[DlibResNet.NUMBERS];
        out.get(0, 0, numbers);
        out.release();
        blob.release();
        return numbers;
    }

    static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
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
