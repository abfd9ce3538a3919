package io.zizhu.driver.face.sight;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.driver.camera.JpegSize;
import io.zizhu.driver.face.model.ModelFolder;
import io.zizhu.driver.face.model.Thresholds;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Detector, mesh and embedder one after the other. Belongs to one thread: the nets keep what they were last fed. */
public final class Eye {
    /** A face less wide than this share of the largest stands behind it. */
    private static final double BEHIND = 0.45;

    private static final int LARGE = 1600;
    private static final int STILL_WIDTH = 358;
    private static final int STILL_HEIGHT = 441;

    /** Where the outer corners of the eyes and the chin lie in an ID photo of that size. */
    private static final List<Spot> STILL_FACE = List.of(new Spot(128, 186), new Spot(230, 186), new Spot(179, 320));

    private static final int[] STILL_POINTS = {33, 263, 152};

    private final Detector detector;
    private final Mesh mesh;
    private final Embedder embedder;
    private final Thresholds thresholds;
    private final String model;

    /** Builds the nets out of a folder whose files were checked; takes about half a second. */
    public Eye(ModelFolder folder, Thresholds thresholds) throws DeviceAway {
        ModelFolder.Slot first = folder.slot("detector");
        ModelFolder.Slot second = folder.slot("mesh");
        ModelFolder.Slot third = folder.slot("embedder");
        if (!third.id().equals(thresholds.embedder())) {
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    thresholds.name() + "/embedder: \"" + thresholds.embedder() + "\", but the folder of models has "
                            + third.id());
        }
        this.thresholds = thresholds;
        detector = new Detector(first);
        mesh = new Mesh(second);
        embedder = new Embedder(third);
        model = first.id() + "+" + second.id() + "+" + third.id() + " @ " + thresholds.name();
    }

    /** What judges, for the verdict: the three models and the name of the thresholds. */
    public String model() {
        return model;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** Looks at one JPEG of whatever size; anything may be in the bytes. */
    public Seen see(byte[] jpeg) {
        if (!JpegSize.of(jpeg).sane()) {
            return new Seen.Unreadable();
        }
        Mat picture = decoded(jpeg);
        try {
            return picture.empty() ? new Seen.Unreadable() : see(picture);
        } finally {
            picture.release();
        }
    }

    private static Mat decoded(byte[] jpeg) {
        JpegSize size = JpegSize.of(jpeg);
        boolean large = Math.max(size.width(), size.height()) > LARGE;
        MatOfByte in = new MatOfByte(jpeg);
        Mat picture = Imgcodecs.imdecode(in, large ? Imgcodecs.IMREAD_REDUCED_COLOR_2 : Imgcodecs.IMREAD_COLOR);
        in.release();
        return picture;
    }

    private Seen see(Mat picture) {
        List<Found> faces = detector.find(picture);
        if (faces.isEmpty()) {
            return new Seen.NoFace();
        }
        double widest = faces.stream().mapToDouble(Found::width).max().orElse(0);
        List<Found> front =
                faces.stream().filter(f -> f.width() >= BEHIND * widest).toList();
        if (front.size() > 1) {
            return new Seen.Faces(front.size());
        }
        return face(picture, front.getFirst());
    }

    private Seen face(Mat picture, Found found) {
        Mesh.Marks marks = mesh.marks(picture, found);
        Mat chip = embedder.chip(picture, marks.points());
        try {
            Seen.Measures measures =
                    new Seen.Measures(found.width(), marks.yaw(), Embedder.sharpness(chip), marks.surety());
            boolean judgeable = measures.width() >= thresholds.faceWidth()
                    && Math.abs(measures.yaw()) <= thresholds.yaw()
                    && measures.sharpness() >= thresholds.sharpness()
                    && measures.surety() > 0;
            return new Seen.Face(embedder.embed(chip), quality(measures), judgeable, marks.points(), measures);
        } finally {
            chip.release();
        }
    }

    private static double quality(Seen.Measures measures) {
        double size = measures.width() / 160;
        double sharp = measures.sharpness() / 120;
        double frontal = 1 - Math.abs(measures.yaw());
        return Math.clamp(Math.min(size, Math.min(sharp, frontal)), 0, 1);
    }

    /** The face cut out as an ID photo would show it, JPEG. */
    public byte[] still(byte[] jpeg, Seen.Face face) {
        List<Spot> from = Arrays.stream(STILL_POINTS).mapToObj(face.mesh()::get).toList();
        Mat picture = decoded(jpeg);
        Mat still = Similar.fit(from, STILL_FACE).view(picture, STILL_WIDTH, STILL_HEIGHT, Core.BORDER_REPLICATE);
        MatOfByte out = new MatOfByte();
        MatOfInt quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 90);
        try {
            Imgcodecs.imencode(".jpg", still, out, quality);
            return out.toArray();
        } finally {
            picture.release();
            still.release();
            out.release();
            quality.release();
        }
    }
}
