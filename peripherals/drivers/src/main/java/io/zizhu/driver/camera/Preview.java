package io.zizhu.driver.camera;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/** Makes a frame small enough for the screen. Any thread; keeps nothing. */
public final class Preview {
    /** What a preview is at most wide, in pixels. */
    public static final int WIDEST = 640;

    private Preview() {}

    /** The same bytes where they are small enough or of no known form, otherwise a half, quarter or eighth of the size. */
    public static byte[] of(byte[] jpeg) {
        int width = JpegSize.of(jpeg).width();
        if (width <= WIDEST || !JpegSize.of(jpeg).sane()) {
            return jpeg;
        }
        int flag = width <= 2 * WIDEST
                ? Imgcodecs.IMREAD_REDUCED_COLOR_2
                : width <= 4 * WIDEST ? Imgcodecs.IMREAD_REDUCED_COLOR_4 : Imgcodecs.IMREAD_REDUCED_COLOR_8;
        MatOfByte in = new MatOfByte(jpeg);
        Mat small = Imgcodecs.imdecode(in, flag);
        MatOfByte out = new MatOfByte();
        try {
            return !small.empty() && Imgcodecs.imencode(".jpg", small, out) ? out.toArray() : jpeg;
        } finally {
            in.release();
            small.release();
            out.release();
        }
    }
}
