package io.zizhu.sim.peer.camera;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.people.Person;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * What stands before the camera: a short loop of ready JPEG frames, 640 by 480 before a face camera. Immutable; any thread.
 *
 * @param label for the person at the bench, such as {@code p01} or {@code nobody}
 */
record Stage(String label, List<byte[]> frames) {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    private static final long FRAME_MILLIS = 125;
    private static final long LOOP = 32;
    private static final long MOVED = 24;

    /** Three seconds of the first frame, one of the last: people do not stand quite still. */
    byte[] frame(long millis) {
        return millis / FRAME_MILLIS % LOOP < MOVED ? frames.getFirst() : frames.getLast();
    }

    static Stage nobody() {
        return new Stage("nobody", List.of(jpeg(wall(1)), jpeg(wall(2))));
    }

    /** A document camera's tray with nothing on it. */
    static Stage tray() {
        return new Stage("nothing", List.of(jpeg(Sheet.tray())));
    }

    /** @param moving as a lens sees a paper that is not at rest */
    static Stage sheet(Sheet sheet, Person person, boolean moving) {
        BufferedImage scene = sheet.lying(person);
        return new Stage(
                sheet.word() + " " + person.id() + (moving ? " moving" : ""),
                List.of(jpeg(moving ? Sheet.moving(scene) : scene)));
    }

    /** The same as lens and light let it through, at half the size where the camera gives no more. */
    Stage through(Optics optics, boolean halved) {
        if (optics == Optics.CLEAR && !halved) {
            return this;
        }
        return new Stage(
                (label + " " + optics.word()).strip(),
                frames.stream()
                        .map(frame -> jpeg(sized(optics.through(decoded(frame)), halved ? 2 : 1)))
                        .toList());
    }

    private static BufferedImage sized(BufferedImage picture, int part) {
        BufferedImage small =
                new BufferedImage(picture.getWidth() / part, picture.getHeight() / part, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = pen(small);
        to.drawImage(picture, 0, 0, small.getWidth(), small.getHeight(), null);
        to.dispose();
        return small;
    }

    private static BufferedImage decoded(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException broken) {
            throw new UncheckedIOException("a picture in memory cannot be read", broken);
        }
    }

    static Stage person(Person person) throws Refused {
        return new Stage(person.id(), List.of(file(person.picture("live-1")), file(person.picture("live-2"))));
    }

    /** @param which the name of one of the person's pictures, such as {@code turn-left} */
    static Stage pose(Person person, String which) throws Refused {
        return new Stage(person.id() + " " + which, List.of(file(person.picture(which))));
    }

    /** The printed id photo of somebody, held up before the camera, a little askew. */
    static Stage photo(Person person) throws Refused {
        BufferedImage print = read(person.picture("id-photo"));
        BufferedImage scene = wall(3);
        Graphics2D to = pen(scene);
        double scale = 300.0 / print.getHeight();
        AffineTransform askew = AffineTransform.getRotateInstance(0.05, WIDTH / 2.0, HEIGHT / 2.0);
        askew.translate((WIDTH - print.getWidth() * scale) / 2, (HEIGHT - 300) / 2.0);
        to.setTransform(askew);
        to.setColor(new Color(250, 250, 248));
        to.fillRect(-14, -14, (int) (print.getWidth() * scale) + 28, 328);
        to.scale(scale, scale);
        to.drawImage(print, 0, 0, null);
        to.dispose();
        return new Stage(person.id() + " as a photo", List.of(jpeg(scene)));
    }

    static Stage two(Person left, Person right) throws Refused {
        BufferedImage scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = pen(scene);
        half(to, read(left.picture("live-1")), 0);
        half(to, read(right.picture("live-1")), WIDTH / 2);
        to.dispose();
        return new Stage(left.id() + " and " + right.id(), List.of(jpeg(scene)));
    }

    private static void half(Graphics2D to, BufferedImage from, int x) {
        int width = from.getWidth() / 2;
        int left = from.getWidth() / 4;
        to.drawImage(from, x, 0, x + WIDTH / 2, HEIGHT, left, 0, left + width, from.getHeight(), null);
    }

    /** The wall opposite the kiosk: a gradient, a skirting board and the sensor's grain. */
    private static BufferedImage wall(int seed) {
        BufferedImage wall = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D to = pen(wall);
        to.setPaint(new GradientPaint(0, 0, new Color(214, 217, 216), WIDTH, HEIGHT, new Color(168, 174, 176)));
        to.fillRect(0, 0, WIDTH, HEIGHT);
        to.setColor(new Color(132, 136, 138));
        to.fillRect(0, 410, WIDTH, 6);
        to.setColor(new Color(150, 150, 146));
        to.fillRect(0, 416, WIDTH, 64);
        to.dispose();
        Random grain = new Random(seed);
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            int x = at % WIDTH;
            int y = at / WIDTH;
            int shift = grain.nextInt(9) - 4;
            Color was = new Color(wall.getRGB(x, y));
            wall.setRGB(x, y, new Color(was.getRed() + shift, was.getGreen() + shift, was.getBlue() + shift).getRGB());
        }
        return wall;
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D to = image.createGraphics();
        to.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return to;
    }

    private static byte[] file(Path picture) throws Refused {
        try {
            return Files.readAllBytes(picture);
        } catch (IOException missing) {
            throw new Refused("there is no picture " + picture.getFileName());
        }
    }

    private static BufferedImage read(Path picture) throws Refused {
        try {
            return ImageIO.read(picture.toFile());
        } catch (IOException missing) {
            throw new Refused("there is no picture " + picture.getFileName());
        }
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", to);
        } catch (IOException broken) {
            throw new UncheckedIOException("a picture in memory cannot be written", broken);
        }
        return to.toByteArray();
    }
}
