package io.zizhu.sim.peer.camera;

import io.zizhu.sim.peer.people.Person;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Made-up papers on the dark tray of a document camera, 1280 by 960, a little askew as people lay them. Immutable. */
enum Sheet {
    HOUSEHOLD("household", 0.86, "居民户口簿\n常住人口登记卡"),
    LEASE("lease", 0.74, "房屋租赁合同\n出租方与承租方"),
    EMPLOYMENT("employment", 0.74, "就业证明\n兹证明下述人员在本单位工作"),
    /** A small one, as large as a card. */
    CARD("card", 0.4, "样张\n证件");

    static final int WIDTH = 1280;
    static final int HEIGHT = 960;
    private static final int BLUR = 15;

    private final String word;
    private final double high;
    private final String head;

    Sheet(String word, double high, String head) {
        this.word = word;
        this.high = high;
        this.head = head;
    }

    String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Sheet::word).toList();
    }

    /** The tray with nothing on it. */
    static BufferedImage tray() {
        BufferedImage tray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random grain = new Random(5);
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            int shade = 46 + grain.nextInt(9);
            tray.setRGB(at % WIDTH, at / WIDTH, new Color(shade, shade, shade + 3).getRGB());
        }
        Graphics2D pen = pen(tray);
        pen.setColor(new Color(150, 150, 150)); // the mark of where papers go
        pen.fillRect(30, 30, 90, 16);
        pen.fillRect(30, 30, 16, 90);
        pen.dispose();
        return tray;
    }

    /** This paper, made out to somebody. */
    BufferedImage lying(Person person) {
        BufferedImage scene = tray();
        Graphics2D pen = pen(scene);
        int height = (int) (HEIGHT * high);
        int width = (int) (height * (this == CARD ? 1.58 : 0.707));
        pen.rotate(0.03, WIDTH / 2.0, HEIGHT / 2.0);
        pen.translate((WIDTH - width) / 2, (HEIGHT - height) / 2);
        pen.setColor(new Color(226, 226, 220));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(34, 34, 40));
        int size = height / 24;
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, size));
        int line = 2 * size;
        for (String words : head.lines().toList()) {
            pen.drawString(words, size, line);
            line += 2 * size;
        }
        for (String words : List.of(person.name(), person.birth(), person.number(), person.address())) {
            pen.drawString(words, size, line);
            line += (int) (1.6 * size);
        }
        for (; line < height - size; line += size) {
            pen.fillRect(size, line, width - 2 * size, Math.max(1, size / 12));
        }
        pen.dispose();
        return scene;
    }

    /** As a lens sees what moves: smeared sideways. */
    static BufferedImage moving(BufferedImage scene) {
        float[] smear = new float[BLUR * BLUR];
        Arrays.fill(smear, 1f / (BLUR * BLUR));
        return new ConvolveOp(new Kernel(BLUR, BLUR, smear), ConvolveOp.EDGE_NO_OP, null).filter(scene, null);
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }
}
