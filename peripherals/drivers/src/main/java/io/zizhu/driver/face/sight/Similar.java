package io.zizhu.driver.face.sight;

import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Turns, scales and moves: x' = ax - by + u, y' = bx + ay + v. */
record Similar(double a, double b, double u, double v) {
    /** The one that brings the first places nearest to the second ones, by least squares. */
    static Similar fit(List<Spot> from, List<Spot> to) {
        Spot f = middle(from);
        Spot t = middle(to);
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            double x = from.get(i).x() - f.x();
            double y = from.get(i).y() - f.y();
            double p = to.get(i).x() - t.x();
            double q = to.get(i).y() - t.y();
            along += x * p + y * q;
            across += x * q - y * p;
            spread += x * x + y * y;
        }
        double a = along / spread;
        double b = across / spread;
        return new Similar(a, b, t.x() - a * f.x() + b * f.y(), t.y() - b * f.x() - a * f.y());
    }

    private static Spot middle(List<Spot> spots) {
        double x = spots.stream().mapToDouble(Spot::x).average().orElse(0);
        double y = spots.stream().mapToDouble(Spot::y).average().orElse(0);
        return new Spot(x, y);
    }

    Spot of(double x, double y) {
        return new Spot(a * x - b * y + u, b * x + a * y + v);
    }

    Similar back() {
        double d = a * a + b * b;
        return new Similar(a / d, -b / d, -(a * u + b * v) / d, (b * u - a * v) / d);
    }

    /** A picture of that size, seen through this; the caller releases it. */
    Mat view(Mat picture, int width, int height, int border) {
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        matrix.put(0, 0, a, -b, u, b, a, v);
        Mat out = new Mat();
        Imgproc.warpAffine(picture, out, matrix, new Size(width, height), Imgproc.INTER_LINEAR, border);
        matrix.release();
        return out;
    }
}
