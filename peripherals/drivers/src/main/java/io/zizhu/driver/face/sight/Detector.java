package io.zizhu.driver.face.sight;

import io.zizhu.device.DeviceAway;
import io.zizhu.driver.face.model.ModelFolder;
import io.zizhu.driver.face.model.Nets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;
import org.opencv.imgproc.Imgproc;

/**
 * BlazeFace, short range: 128 x 128 pixels in, 896 anchors out (16 x 16 places with two, 8 x 8 with six), each a score, a
 * box and six points relative to the middle of its place. Belongs to one thread.
 */
final class Detector {
    static final String FORM = "blazeface-128";

    private static final int SIDE = 128;
    private static final int VALUES = 16;
    private static final double LEAST_SCORE = 0.5;
    private static final double SAME_FACE = 0.3;

    private final Net net;
    private final List<String> outputs;

    Detector(ModelFolder.Slot slot) throws DeviceAway {
        net = Nets.tflite(slot.id(), slot.of(FORM).ending(".tflite"));
        outputs = net.getUnconnectedOutLayersNames();
    }

    /** Faces in a BGR picture, the surest first. */
    List<Found> find(Mat picture) {
        double scale = (double) SIDE / Math.max(picture.cols(), picture.rows());
        double left = (SIDE - picture.cols() * scale) / 2;
        double top = (SIDE - picture.rows() * scale) / 2;
        Mat blob = blob(picture, scale, (int) left, (int) top);
        List<Mat> outs = new ArrayList<>();
        try {
            net.setInput(blob);
            net.forward(outs, outputs);
            float[] scores = new float[0];
            float[] boxes = new float[0];
            for (Mat out : outs) {
                float[] values = new float[(int) out.total()];
                Mat flat = out.reshape(1, 1);
                flat.get(0, 0, values);
                flat.release();
                if (values.length % (VALUES * 128) == 0) {
                    boxes = boxes.length == 0 ? values : joined(boxes, values);
                } else {
                    scores = scores.length == 0 ? values : joined(scores, values);
                }
            }
            return alone(decoded(scores, boxes, scale, (int) left, (int) top));
        } finally {
            blob.release();
            outs.forEach(Mat::release);
        }
    }

    private static Mat blob(Mat picture, double scale, int left, int top) {
        Mat small = new Mat();
        Mat square = new Mat(SIDE, SIDE, CvType.CV_8UC3, Scalar.all(0));
        int width = Math.min(SIDE - left, (int) Math.round(picture.cols() * scale));
        int height = Math.min(SIDE - top, (int) Math.round(picture.rows() * scale));
        Imgproc.resize(picture, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
        Mat inner = square.submat(top, top + height, left, left + width);
        small.copyTo(inner);
        Mat blob = Dnn.blobFromImage(
                square, 1 / 127.5, new Size(SIDE, SIDE), Scalar.all(127.5), true, false, CvType.CV_32F);
        inner.release();
        small.release();
        square.release();
        return blob;
    }

    private static float[] joined(float[] one, float[] other) {
        float[] first = one.length >= other.length ? one : other;
        float[] second = first == one ? other : one;
        float[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static List<Found> decoded(float[] scores, float[] boxes, double scale, int left, int top) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            double score = 1 / (1 + Math.exp(-Math.clamp(scores[i], -100f, 100f)));
            if (score < LEAST_SCORE) {
                continue;
            }
            boolean fine = i < 512;
            int grid = fine ? 16 : 8;
            int place = fine ? i / 2 : (i - 512) / 6;
            int row = place / grid;
            double x = (place - row * grid + 0.5) / grid * SIDE;
            double y = (row + 0.5) / grid * SIDE;
            int at = i * VALUES;
            double width = boxes[at + 2] / scale;
            double height = boxes[at + 3] / scale;
            found.add(new Found(
                    score,
                    (x + boxes[at] - left) / scale - width / 2,
                    (y + boxes[at + 1] - top) / scale - height / 2,
                    width,
                    height,
                    new Spot((x + boxes[at + 4] - left) / scale, (y + boxes[at + 5] - top) / scale),
                    new Spot((x + boxes[at + 6] - left) / scale, (y + boxes[at + 7] - top) / scale)));
        }
        return found;
    }

    /** One box a face: those that overlap a surer one are merged into it, weighed by score. */
    private static List<Found> alone(List<Found> all) {
        List<Found> left = new ArrayList<>(all);
        left.sort(Comparator.comparingDouble(Found::score).reversed());
        List<Found> alone = new ArrayList<>();
        while (!left.isEmpty()) {
            Found best = left.getFirst();
            List<Found> same = left.stream()
                    .filter(f -> f.equals(best) || best.overlap(f) > SAME_FACE)
                    .toList();
            left.removeAll(same);
            alone.add(merged(best.score(), same));
        }
        return alone;
    }

    private static Found merged(double score, List<Found> same) {
        double[] sum = new double[8];
        double weight = 0;
        for (Found f : same) {
            double[] values = {
                f.x(),
                f.y(),
                f.width(),
                f.height(),
                f.rightEye().x(),
                f.rightEye().y(),
                f.leftEye().x(),
                f.leftEye().y()
            };
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i] * f.score();
            }
            weight += f.score();
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= weight;
        }
        return new Found(score, sum[0], sum[1], sum[2], sum[3], new Spot(sum[4], sum[5]), new Spot(sum[6], sum[7]));
    }
}
