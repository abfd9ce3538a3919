package io.zizhu.terminal.paper;

import java.awt.Color;
import java.io.IOException;

/** What says that this paper is none: words all over the sheet, and a round stamp that no authority has. */
final class Specimen {
    private static final Color RED = new Color(0xc8, 0x10, 0x2e);

    private Specimen() {}

    static void watermark(Ink ink) throws IOException {
        var pen = new Ink.Pen(40, RED, false);
        ink.faint(0.09f, () -> {
            for (int row = 0; row < 5; row++) {
                for (int column = 0; column < 2; column++) {
                    ink.turned("样张 SPECIMEN", 150 + column * 300f, 110 + row * 170f, Math.toRadians(32), pen);
                }
            }
        });
    }

    static void stamp(Ink ink, float x, float y) throws IOException {
        ink.faint(0.82f, () -> {
            ink.ring(x, y, 54, 2.6f, RED);
            ink.ring(x, y, 49.5f, 0.8f, RED);
            ink.turned("样 张", x, y + 4, 0, new Ink.Pen(23, RED, true));
            ink.turned("SPECIMEN", x, y + 19, 0, new Ink.Pen(11, RED, true));
            arc(ink, "自助警务培训用", x, y);
            ink.turned("无效", x, y + 38, 0, new Ink.Pen(9, RED, false));
        });
    }

    private static void arc(Ink ink, String text, float x, float y) throws IOException {
        int[] letters = text.codePoints().toArray();
        double step = Math.toRadians(24);
        for (int i = 0; i < letters.length; i++) {
            double angle = (letters.length - 1) * step / 2 - i * step;
            ink.turned(
                    Character.toString(letters[i]),
                    x - (float) (37 * Math.sin(angle)),
                    y - (float) (37 * Math.cos(angle)),
                    angle,
                    new Ink.Pen(10, RED, true));
        }
    }
}
