package io.zizhu.driver.camera;

import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.imgcodecs.Imgcodecs;

/** How a picture is lit, judged on an eighth of its size. */
public enum Light {
    WELL,
    /** Nothing in the picture is brighter than what a covered sensor shows. */
    COVERED,
    /** Nothing in the picture is brighter than a dark grey. */
    DARK,
    /** More than half of the picture is white to the last digit: what was there is lost. */
    BLOWN_OUT;

    private static final double COVERED_MOST = 24;
    private static final double DARK_MOST = 64;
    private static final double WHITE = 252;
    private static final double BLOWN_OUT_SHARE = 0.5;

    /** Judges a picture; any bytes, those that are no picture are nobody's fault here. Any thread, keeps nothing. */
    public static Light of(byte[] jpeg) {
        if (!JpegSize.of(jpeg).sane()) {
            return WELL;
        }
        MatOfByte in = new MatOfByte(jpeg);
        Mat small = Imgcodecs.imdecode(in, Imgcodecs.IMREAD_REDUCED_GRAYSCALE_8);
        try {
            return small.empty() ? WELL : of(small);
        } finally {
            in.release();
            small.release();
        }
    }

    private static Light of(Mat grey) {
        double most = Core.minMaxLoc(grey).maxVal;
        if (most < COVERED_MOST) {
            return COVERED;
        }
        if (most < DARK_MOST) {
            return DARK;
        }
        Mat white = new Mat();
        try {
            Core.inRange(grey, new Scalar(WHITE), new Scalar(255), white);
            return Core.countNonZero(white) > BLOWN_OUT_SHARE * grey.total() ? BLOWN_OUT : WELL;
        } finally {
            white.release();
        }
    }
}
