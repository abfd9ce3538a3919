package io.zizhu.sim.peer.escpos;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The paper under the head: 576 dots across (72 mm at 203 dpi), as long as it gets. One thread at a time. */
final class Paper {
    static final int WIDTH = 576;
    private static final int MARGIN = 32;
    private static final int CELL = 24;
    private static final int LINE = 30;
    private static final int LONGEST = 24_000;

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    private record Glyph(int codePoint, int cell, Style style) {
        int width() {
            return cell * style.wide();
        }
    }

    private final FontChain fonts;
    private final List<Glyph> line = new ArrayList<>();
    private BufferedImage image = blank(600);
    private int y;
    private boolean marked;
    private boolean changed;
    private boolean halves;
    private int spoiled;

    Paper(FontChain fonts) {
        this.fonts = fonts;
    }

    /** @param full a character two columns wide */
    void type(int codePoint, boolean full, Style style, Align align) {
        Glyph glyph = new Glyph(codePoint, full ? CELL : CELL / 2, style);
        if (lineWidth() + glyph.width() > WIDTH) {
            feedLine(align);
        }
        line.add(glyph);
    }

    /** Jumps to the next column that is a multiple of eight. */
    void tab(Style style, Align align) {
        do {
            type(' ', false, style, align);
        } while (lineWidth() % (8 * CELL / 2) != 0);
    }

    boolean midLine() {
        return !line.isEmpty();
    }

    /** Prints the line and feeds; an empty line is a blank line. */
    void feedLine(Align align) {
        int high = line.stream().mapToInt(g -> g.style().high() * CELL).max().orElse(CELL);
        int step = Math.max(LINE, high + LINE - CELL);
        if (room(step)) {
            Graphics2D to = pen();
            int x = left(align, lineWidth());
            for (Glyph glyph : line) {
                draw(to, glyph, x, y + high);
                x += glyph.width();
            }
            to.dispose();
        }
        y += step;
        line.clear();
    }

    void feedDots(int dots) {
        y += dots;
    }

    /** Puts a picture at the alignment, black where the bit is set, scaled by whole factors. */
    void picture(boolean[][] dots, int wide, int high, Align align) {
        int width = dots.length == 0 ? 0 : dots[0].length * wide;
        if (room(dots.length * high)) {
            Graphics2D to = pen();
            int left = left(align, width);
            for (int row = 0; row < dots.length; row++) {
                for (int column = 0; column < dots[row].length; column++) {
                    if (dots[row][column]) {
                        to.fillRect(left + column * wide, y + row * high, wide, high);
                        mark();
                    }
                }
            }
            to.dispose();
        }
        y += dots.length * high;
    }

    private void mark() {
        halves |= changed;
        marked = true;
    }

    /** A new roll: what stands on the old one stays there, what follows is another piece. */
    void changeRoll() {
        changed = marked;
    }

    /** Something stands on it since the last cut. */
    boolean begun() {
        return marked || midLine();
    }

    /** Pieces that were no whole slip: printed over two rolls, or torn off. */
    int spoiled() {
        return spoiled;
    }

    /** Cuts: the piece of paper as a PNG, empty where nothing was printed on it, or only half of a slip. */
    Optional<byte[]> cut(Align align) throws IOException {
        if (midLine()) {
            feedLine(align);
        }
        Optional<byte[]> piece = Optional.empty();
        if (marked && !halves) {
            BufferedImage whole = blank(Math.min(y, LONGEST));
            Graphics2D to = whole.createGraphics();
            to.drawImage(image, 0, 0, null);
            to.dispose();
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(whole, "png", png);
            piece = Optional.of(png.toByteArray());
            marked = false;
        }
        tear();
        return piece;
    }

    /** Throws away what was printed since the last cut. */
    void tear() {
        spoiled += marked ? 1 : 0;
        changed = false;
        halves = false;
        line.clear();
        image = blank(600);
        y = 0;
        marked = false;
    }

    private void draw(Graphics2D to, Glyph glyph, int x, int bottom) {
        Style style = glyph.style();
        int top = bottom - style.high() * CELL;
        if (style.inverse()) {
            to.fillRect(x, top, glyph.width(), style.high() * CELL);
            to.setColor(Color.WHITE);
        }
        if (glyph.codePoint() != ' ') {
            mark();
            Font font = fonts.with(glyph.codePoint());
            String text = Character.toString(glyph.codePoint());
            double advance =
                    font.getStringBounds(text, to.getFontRenderContext()).getWidth();
            AffineTransform before = to.getTransform();
            to.translate(x, top);
            to.scale(style.wide(), style.high());
            to.setFont(font);
            stamp(to, text, (float) (glyph.cell() - advance) / 2, style.bold());
            to.setTransform(before);
        }
        if (style.underlined()) {
            to.fillRect(x, bottom + 1, glyph.width(), 2);
        }
        to.setColor(Color.BLACK);
    }

    private static void stamp(Graphics2D to, String text, float x, boolean bold) {
        to.drawString(text, x, 20.5f);
        if (bold) {
            to.drawString(text, x + 0.9f, 20.5f);
        }
    }

    private int lineWidth() {
        return line.stream().mapToInt(Glyph::width).sum();
    }

    private static int left(Align align, int width) {
        int free = Math.max(0, WIDTH - width);
        return MARGIN
                + switch (align) {
                    case LEFT -> 0;
                    case CENTRE -> free / 2;
                    case RIGHT -> free;
                };
    }

    /** Makes the picture long enough; past the longest paper nothing more is drawn. */
    private boolean room(int dots) {
        int needed = MARGIN + y + dots + LINE;
        if (needed > LONGEST) {
            return false;
        }
        if (needed > image.getHeight()) {
            BufferedImage longer = blank(needed * 2);
            Graphics2D to = longer.createGraphics();
            to.drawImage(image, 0, 0, null);
            to.dispose();
            image = longer;
        }
        return true;
    }

    private Graphics2D pen() {
        Graphics2D to = image.createGraphics();
        to.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        to.setColor(Color.BLACK);
        to.translate(0, MARGIN / 2);
        return to;
    }

    private static BufferedImage blank(int height) {
        BufferedImage blank = new BufferedImage(
                WIDTH + 2 * MARGIN,
                Math.min(Math.max(height, 1) + MARGIN, LONGEST + MARGIN),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D to = blank.createGraphics();
        to.setColor(Color.WHITE);
        to.fillRect(0, 0, blank.getWidth(), blank.getHeight());
        to.dispose();
        return blank;
    }
}
