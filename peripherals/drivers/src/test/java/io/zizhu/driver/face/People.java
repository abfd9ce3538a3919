package io.zizhu.driver.face;

import io.zizhu.device.camera.Portrait;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The rendered people of the training register, and pictures made of them. */
public final class People {
    public static final Path PACKAGING =
            Path.of("..", "..", "packaging").toAbsolutePath().normalize();
    public static final Path FOLDER = PACKAGING.resolve("training/people");
    public static final Path MODELS = PACKAGING.resolve("models");
    public static final Path THRESHOLDS = PACKAGING.resolve("training/thresholds.json");

    private People() {}

    public static byte[] picture(int person, String name) {
        try {
            return Files.readAllBytes(PACKAGING.resolve("training/people/%02d/%s.jpg".formatted(person, name)));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    public static Portrait idPhoto(int person) {
        return new Portrait(picture(person, "id-photo"));
    }

    /** Two people side by side. */
    public static byte[] two(int one, int other) {
        BufferedImage left = image(picture(one, "id-photo"));
        BufferedImage right = image(picture(other, "id-photo"));
        return painted(640, 480, pen -> {
            pen.drawImage(left, 10, 40, 300, 370, null);
            pen.drawImage(right, 330, 40, 300, 370, null);
        });
    }

    /** The ID photo held up into an otherwise empty picture. */
    public static byte[] photo(int person) {
        BufferedImage photo = image(picture(person, "id-photo"));
        return painted(640, 480, pen -> pen.drawImage(photo, 170, 60, 290, 357, null));
    }

    public static byte[] empty() {
        return painted(640, 480, pen -> pen.drawLine(100, 100, 500, 300));
    }

    public static byte[] black() {
        return jpeg(new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR));
    }

    public static byte[] large(int person) {
        BufferedImage photo = image(picture(person, "live-1"));
        return painted(1920, 1440, pen -> pen.drawImage(photo, 0, 0, 1920, 1440, null));
    }

    public static BufferedImage image(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static byte[] painted(int width, int height, java.util.function.Consumer<Graphics2D> what) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new java.awt.Color(150, 160, 170));
        pen.fillRect(0, 0, width, height);
        what.accept(pen);
        pen.dispose();
        return jpeg(image);
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return out.toByteArray();
    }
}
