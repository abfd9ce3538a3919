package io.zizhu.terminal.paper;

import io.zizhu.device.printer.Slip.Line;
import io.zizhu.device.printer.Slip.Style;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/** One line of a slip drawn as dots, glyph by glyph. */
final class Strip {
    private Strip() {}

    static Line.Raster of(FontChain chain, String text, Style style, int dots) throws IOException {
        int size = style == Style.TITLE || style == Style.BIG ? 48 : 26;
        int high = size + size / 4;
        var image = new BufferedImage(dots, high, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, dots, high);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double x =
                style == Style.TITLE || style == Style.CENTRED ? Math.max(0, (dots - chain.width(text) * size) / 2) : 0;
        for (int codePoint : text.codePoints().toArray()) {
            Optional<FontChain.Face> face = chain.face(codePoint);
            if (face.isPresent()) {
                var place = AffineTransform.getTranslateInstance(x, size);
                place.scale(size, size);
                pen.fill(place.createTransformedShape(face.get().outline(codePoint)));
                x += face.get().advance(codePoint) * size;
            }
        }
        pen.dispose();
        return new Line.Raster(dots, high, bits(image));
    }

    private static byte[] bits(BufferedImage image) {
        int across = (image.getWidth() + 7) / 8;
        byte[] bits = new byte[across * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRaster().getSample(x, y, 0) < 150) {
                    bits[y * across + x / 8] |= (byte) (0x80 >> x % 8);
                }
            }
        }
        return bits;
    }
}
