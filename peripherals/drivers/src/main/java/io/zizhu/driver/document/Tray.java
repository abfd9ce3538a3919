package io.zizhu.driver.document;

import io.zizhu.driver.camera.JpegSize;
import io.zizhu.driver.camera.Light;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Rect;
import org.opencv.core.RotatedRect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * What lies on the tray, judged from one picture: a sheet is one bright shape, about rectangular, on a dark ground. A
 * white sheet on a white table is not seen. Belongs to the looking thread; keeps nothing.
 */
final class Tray {
    private static final int SMALL = 320;
    private static final double LEAST_SHARE = 0.05;
    private static final double LEAST_FILL = 0.75;
    private static final double LEAST_CONTRAST = 35;
    private static final double BLACK = 3;
    private static final double WHITE = 252;

    private Tray() {}

    /**
     * A sheet in a picture.
     *
     * @param x of its middle, as a share of the picture's width; y likewise
     * @param sharpness variance of the Laplacian within it
     * @param lost share of it that is black or white to the last digit
     */
    record Sheet(double x, double y, double sharpness, double lost) {
        /** Which of two pictures is the better one: sharp, and with little lost in glare or shadow. */
        double worth() {
            return sharpness * (1 - lost);
        }

        boolean near(Sheet other) {
            return Math.hypot(x - other.x, y - other.y) < 0.01;
        }
    }

    /** The sheet on it; empty where none is seen, or the bytes are no picture. */
    static Optional<Sheet> look(byte[] jpeg) {
        if (!JpegSize.of(jpeg).sane()) {
            return Optional.empty();
        }
        MatOfByte in = new MatOfByte(jpeg);
        Mat half = Imgcodecs.imdecode(in, Imgcodecs.IMREAD_REDUCED_GRAYSCALE_2);
        Mat small = new Mat();
        try {
            if (half.empty()) {
                return Optional.empty();
            }
            double scale = Math.min(1, (double) SMALL / half.cols());
            Imgproc.resize(half, small, new Size(), scale, scale, Imgproc.INTER_AREA);
            return place(small).map(place -> measured(half, place, scale));
        } finally {
            in.release();
            half.release();
            small.release();
        }
    }

    private static Optional<Rect> place(Mat small) {
        Mat bright = new Mat();
        Mat tree = new Mat();
        List<MatOfPoint> shapes = new ArrayList<>();
        try {
            Imgproc.threshold(small, bright, 0, 255, Imgproc.THRESH_BINARY | Imgproc.THRESH_OTSU);
            Scalar inside = Core.mean(small, bright);
            Core.bitwise_not(bright, bright);
            Scalar outside = Core.mean(small, bright);
            Core.bitwise_not(bright, bright);
            if (inside.val[0] - outside.val[0] < LEAST_CONTRAST) {
                return Optional.empty(); // the empty tray: whatever the two halves are, they are alike
            }
            Imgproc.findContours(bright, shapes, tree, Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_SIMPLE);
            return shapes.stream()
                    .filter(shape -> sheetLike(shape, small.total()))
                    .max((one, other) -> Double.compare(Imgproc.contourArea(one), Imgproc.contourArea(other)))
                    .map(Imgproc::boundingRect);
        } finally {
            bright.release();
            tree.release();
            shapes.forEach(Mat::release);
        }
    }

    private static boolean sheetLike(MatOfPoint shape, long picture) {
        double area = Imgproc.contourArea(shape);
        MatOfPoint2f points = new MatOfPoint2f(shape.toArray());
        RotatedRect around = Imgproc.minAreaRect(points);
        points.release();
        return area > LEAST_SHARE * picture && area > LEAST_FILL * around.size.area();
    }

    private static Sheet measured(Mat half, Rect place, double scale) {
        Rect wide = new Rect(
                (int) (place.x / scale),
                (int) (place.y / scale),
                (int) Math.min(half.cols() - place.x / scale, place.width / scale),
                (int) Math.min(half.rows() - place.y / scale, place.height / scale));
        Mat sheet = half.submat(wide);
        Mat edges = new Mat();
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble spread = new MatOfDouble();
        Mat lost = new Mat();
        try {
            Imgproc.Laplacian(sheet, edges, CvType.CV_16S);
            Core.meanStdDev(edges, mean, spread);
            double deviation = spread.toArray()[0];
            Core.inRange(sheet, new Scalar(BLACK), new Scalar(WHITE), lost);
            return new Sheet(
                    (wide.x + wide.width / 2.0) / half.cols(),
                    (wide.y + wide.height / 2.0) / half.rows(),
                    deviation * deviation,
                    1 - (double) Core.countNonZero(lost) / lost.total());
        } finally {
            List.of(sheet, edges, mean, spread, lost).forEach(Mat::release);
        }
    }

    /** Why a picture cannot show a document at all; empty where light is well. */
    static Optional<Light> unlit(byte[] jpeg) {
        return Optional.of(Light.of(jpeg)).filter(light -> light != Light.WELL);
    }
}
