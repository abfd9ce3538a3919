package io.zizhu.terminal.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/**
 * One A4 page being written: lengths in points, y from the top. The font is chosen per character; only fonts that were
 * used are embedded, and of them only the characters used.
 */
final class Ink implements AutoCloseable {
    static final float WIDE = PDRectangle.A4.getWidth();
    static final float HIGH = PDRectangle.A4.getHeight();
    static final Color BLACK = new Color(0x1a1a1a);
    static final Color GREY = new Color(0x5c6470);

    /** A way to write: size in points and colour; bold is drawn by a thin outline. */
    record Pen(float size, Color colour, boolean bold) {
        static Pen of(float size) {
            return new Pen(size, BLACK, false);
        }

        Pen grey() {
            return new Pen(size, GREY, bold);
        }

        Pen heavy() {
            return new Pen(size, colour, true);
        }
    }

    private final FontChain chain;
    private final PDDocument document = new PDDocument();
    private final IdentityHashMap<FontChain.Face, PDFont> embedded = new IdentityHashMap<>();
    private final PDPageContentStream page;

    Ink(FontChain chain, String title) throws IOException {
        this.chain = chain;
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Zizhu");
        document.getDocumentCatalog().setLanguage("zh-CN");
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
    }

    float width(String text, Pen pen) throws IOException {
        return (float) (chain.width(text) * pen.size());
    }

    void centred(String text, float y, Pen pen) throws IOException {
        left(text, (WIDE - width(text, pen)) / 2, y, pen);
    }

    void right(String text, float x, float y, Pen pen) throws IOException {
        left(text, x - width(text, pen), y, pen);
    }

    /** @param y of the base line */
    void left(String text, float x, float y, Pen pen) throws IOException {
        write(text, Matrix.getTranslateInstance(x, HIGH - y), pen);
    }

    /** Written around a point: the base line's middle lies there, turned by this angle. */
    void turned(String text, float x, float y, double angle, Pen pen) throws IOException {
        Matrix place = Matrix.getRotateInstance(angle, x, HIGH - y);
        place.translate(-width(text, pen) / 2, 0);
        write(text, place, pen);
    }

    private void write(String text, Matrix place, Pen pen) throws IOException {
        page.saveGraphicsState();
        page.setNonStrokingColor(pen.colour());
        page.setStrokingColor(pen.colour());
        page.setLineWidth(pen.size() / 40);
        page.beginText();
        page.setRenderingMode(pen.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        page.setTextMatrix(place);
        int[] codePoints = text.codePoints().toArray();
        int from = 0;
        while (from < codePoints.length) {
            FontChain.Face face = faceOf(codePoints[from]);
            int to = from + 1;
            while (to < codePoints.length && faceOf(codePoints[to]) == face) {
                to++;
            }
            page.setFont(font(face), pen.size());
            page.showText(new String(codePoints, from, to - from));
            from = to;
        }
        page.endText();
        page.restoreGraphicsState();
    }

    private FontChain.Face faceOf(int codePoint) {
        Optional<FontChain.Face> face = chain.face(codePoint);
        return face.orElseThrow(
                () -> new IllegalStateException("looked for glyphs before writing, yet one is missing"));
    }

    private PDFont font(FontChain.Face face) throws IOException {
        PDFont font = embedded.get(face);
        if (font == null) {
            font = PDType0Font.load(document, face.font(), true);
            embedded.put(face, font);
        }
        return font;
    }

    /** Lines of text in a column. @return y below the last line */
    float paragraph(String text, float x, float y, float width, float leading, Pen pen) throws IOException {
        List<String> lines = Wrap.lines(text, width, line -> width(line, pen));
        float at = y;
        for (String line : lines) {
            left(line, x, at, pen);
            at += leading;
        }
        return at;
    }

    void line(float x1, float y1, float x2, float y2, float thick, Color colour) throws IOException {
        page.setStrokingColor(colour);
        page.setLineWidth(thick);
        page.moveTo(x1, HIGH - y1);
        page.lineTo(x2, HIGH - y2);
        page.stroke();
    }

    void frame(float x, float y, float wide, float high, float thick, Color colour) throws IOException {
        page.setStrokingColor(colour);
        page.setLineWidth(thick);
        page.addRect(x, HIGH - y - high, wide, high);
        page.stroke();
    }

    void box(float x, float y, float wide, float high, Color colour) throws IOException {
        page.setNonStrokingColor(colour);
        page.addRect(x, HIGH - y - high, wide, high);
        page.fill();
    }

    void ring(float x, float y, float radius, float thick, Color colour) throws IOException {
        float k = radius * 0.5523f;
        float up = HIGH - y;
        page.setStrokingColor(colour);
        page.setLineWidth(thick);
        page.moveTo(x + radius, up);
        page.curveTo(x + radius, up + k, x + k, up + radius, x, up + radius);
        page.curveTo(x - k, up + radius, x - radius, up + k, x - radius, up);
        page.curveTo(x - radius, up - k, x - k, up - radius, x, up - radius);
        page.curveTo(x + k, up - radius, x + radius, up - k, x + radius, up);
        page.closeAndStroke();
    }

    /** All that the work draws is this see-through: 0 is nothing, 1 is all. */
    void faint(float strength, Strokes work) throws IOException {
        var state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(strength);
        state.setStrokingAlphaConstant(strength);
        page.saveGraphicsState();
        page.setGraphicsStateParameters(state);
        work.draw();
        page.restoreGraphicsState();
    }

    interface Strokes {
        void draw() throws IOException;
    }

    /** A QR code as filled squares, sharp at any resolution. */
    void qr(String content, float x, float y, float side) throws IOException {
        ByteMatrix code;
        try {
            code = Encoder.encode(content, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IOException("the seal does not fit into a QR code", e);
        }
        float module = side / code.getWidth();
        page.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row) == 1) {
                    page.addRect(x + column * module, HIGH - y - (row + 1) * module, module, module);
                }
            }
        }
        page.fill();
    }

    byte[] finish() throws IOException {
        page.close();
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        page.close();
        document.close();
    }
}
