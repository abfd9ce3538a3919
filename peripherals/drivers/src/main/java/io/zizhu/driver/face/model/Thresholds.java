package io.zizhu.driver.face.model;

import io.zizhu.device.DeviceAway;
import java.nio.file.Path;

/**
 * From where on two faces are one, and what a picture must be like to be judged. They belong to one embedder and to the
 * people they were calibrated on, so they live in a file of their own, whose name is in every verdict.
 *
 * @param accept cosine from which on it is the same person
 * @param reject cosine below which it is another
 * @param faceWidth pixels, of the detector's box
 * @param yaw how far the head may be turned: 0 to the camera, 1 to the side
 * @param sharpness variance of the Laplacian of the aligned face
 */
public record Thresholds(
        String name,
        String embedder,
        String calibrated,
        double accept,
        double reject,
        double faceWidth,
        double yaw,
        double sharpness) {

    public static Thresholds read(Path file) throws DeviceAway {
        Node root = Node.read(file);
        Node gate = root.at("gate");
        double accept = root.at("accept").number(-1, 1);
        return new Thresholds(
                file.getFileName().toString(),
                root.at("embedder").text(),
                root.at("calibrated").text(),
                accept,
                root.at("reject").number(-1, accept),
                gate.at("faceWidth").number(20, 1000),
                gate.at("yaw").number(0, 1),
                gate.at("sharpness").number(0, 100_000));
    }
}
