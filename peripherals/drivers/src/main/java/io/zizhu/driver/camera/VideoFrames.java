package io.zizhu.driver.camera;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.VideoWriter;
import org.opencv.videoio.Videoio;

/**
 * Frames by OpenCV's capture: a V4L2 camera at the size asked for (640 x 480 otherwise), or an MJPEG AVI over and over (nothing else opens without
 * FFmpeg). The capture belongs to the reading thread, so closing only says so and the next read lets go of it.
 */
final class VideoFrames implements FrameSource {
    private static final long FILM_PERIOD_NANOS = 100_000_000L;

    private final String where;
    private final VideoCapture capture;
    private final boolean film;
    private volatile boolean closed;

    private VideoFrames(String where, VideoCapture capture, boolean film) {
        this.where = where;
        this.capture = capture;
        this.film = film;
    }

    static VideoFrames camera(int number, Asked asked) throws DeviceAway {
        String where = "v4l2:" + number;
        if (!Files.exists(Path.of("/dev/video" + number))) {
            throw new DeviceAway(Fault.Kind.LOST, where + ": there is no /dev/video" + number);
        }
        VideoCapture capture = new VideoCapture(number, Videoio.CAP_V4L2);
        if (!capture.isOpened()) {
            capture.release();
            throw new DeviceAway(
                    Fault.Kind.LOST,
                    where + ": /dev/video" + number + " does not open as a camera (in use, or no right to it)");
        }
        capture.set(Videoio.CAP_PROP_FOURCC, VideoWriter.fourcc('M', 'J', 'P', 'G'));
        capture.set(Videoio.CAP_PROP_FRAME_WIDTH, asked.any() ? 640 : asked.width());
        capture.set(Videoio.CAP_PROP_FRAME_HEIGHT, asked.any() ? 480 : asked.height());
        capture.set(Videoio.CAP_PROP_BUFFERSIZE, 1);
        return new VideoFrames(where, capture, false);
    }

    static VideoFrames file(Path path) throws DeviceAway {
        VideoCapture capture = new VideoCapture(path.toString(), Videoio.CAP_OPENCV_MJPEG);
        if (!capture.isOpened()) {
            capture.release();
            throw new DeviceAway(Fault.Kind.LOST, "file:" + path + ": no MJPEG AVI that can be read");
        }
        return new VideoFrames("file:" + path, capture, true);
    }

    @Override
    public byte[] next() throws DeviceAway {
        Mat picture = new Mat();
        MatOfByte jpeg = new MatOfByte();
        MatOfInt quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 92);
        try {
            if (closed || !grab(picture)) {
                capture.release();
                throw new DeviceAway(Fault.Kind.LOST, where + (closed ? ": closed" : ": gives no more frames"));
            }
            Imgcodecs.imencode(".jpg", picture, jpeg, quality);
            return jpeg.toArray();
        } finally {
            picture.release();
            jpeg.release();
            quality.release();
        }
    }

    private boolean grab(Mat picture) {
        if (!film) {
            return capture.read(picture) && !picture.empty();
        }
        LockSupport.parkNanos(FILM_PERIOD_NANOS);
        if (capture.read(picture) && !picture.empty()) {
            return true;
        }
        capture.set(Videoio.CAP_PROP_POS_FRAMES, 0);
        return capture.read(picture) && !picture.empty();
    }

    @Override
    public void close() {
        closed = true;
    }
}
