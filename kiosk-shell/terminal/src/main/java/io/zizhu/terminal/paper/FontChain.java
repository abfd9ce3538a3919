package io.zizhu.terminal.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The fonts of paper in the order they are asked for a character; parsed once. Not safe for two threads at once: the
 * typesetter lets one in at a time.
 */
final class FontChain implements AutoCloseable {
    /** One font: what PDF embeds and what slips are drawn with. */
    static final class Face {
        private final TrueTypeFont font;
        private final CmapLookup cmap;

        Face(TrueTypeFont font) throws IOException {
            this.font = font;
            this.cmap = font.getUnicodeCmapLookup();
        }

        boolean has(int codePoint) {
            return cmap.getGlyphId(codePoint) != 0;
        }

        TrueTypeFont font() {
            return font;
        }

        /** In the font's own size one. */
        double advance(int codePoint) throws IOException {
            return (double) font.getAdvanceWidth(cmap.getGlyphId(codePoint)) / font.getUnitsPerEm();
        }

        /** The outline with y downwards, in the font's own size one; empty for a space. */
        GeneralPath outline(int codePoint) throws IOException {
            var glyph = font.getGlyph().getGlyph(cmap.getGlyphId(codePoint));
            GeneralPath path = glyph == null ? new GeneralPath() : glyph.getPath();
            double scale = 1.0 / font.getUnitsPerEm();
            path.transform(AffineTransform.getScaleInstance(scale, -scale));
            return path;
        }
    }

    private final List<Face> faces;
    private final List<AutoCloseable> files;

    private FontChain(List<Face> faces, List<AutoCloseable> files) {
        this.faces = List.copyOf(faces);
        this.files = List.copyOf(files);
    }

    /** Parses these files, collections by their proportional member; takes a second or two. */
    static FontChain of(List<Path> fonts) throws IOException {
        var faces = new ArrayList<Face>();
        var files = new ArrayList<AutoCloseable>();
        for (Path path : fonts) {
            if (!Files.isReadable(path)) {
                throw new IOException(path + ": the font is missing; Debian: fonts-wqy-microhei fonts-hanazono");
            }
            if (path.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
                var collection = new TrueTypeCollection(path.toFile());
                files.add(collection);
                faces.add(new Face(proportional(collection, path)));
            } else {
                var font = new TTFParser().parse(new RandomAccessReadBufferedFile(path.toFile()));
                files.add(font);
                faces.add(new Face(font));
            }
        }
        return new FontChain(faces, files);
    }

    private static TrueTypeFont proportional(TrueTypeCollection collection, Path path) throws IOException {
        var members = new ArrayList<TrueTypeFont>();
        collection.processAllFonts(members::add);
        for (TrueTypeFont member : members) {
            if (!member.getName().contains("Mono")) {
                return member;
            }
        }
        throw new IOException(path + ": no proportional font in the collection");
    }

    List<Face> faces() {
        return faces;
    }

    Optional<Face> face(int codePoint) {
        return faces.stream().filter(face -> face.has(codePoint)).findFirst();
    }

    /** The first character that no font has, such as {@code U+2F81A}; only its code, never the text around it. */
    Optional<String> missing(String text) {
        return text.codePoints()
                .filter(codePoint -> face(codePoint).isEmpty())
                .mapToObj(codePoint -> String.format(Locale.ROOT, "U+%04X", codePoint))
                .findFirst();
    }

    /** In the size one; characters without a glyph have no width. */
    double width(String text) throws IOException {
        double width = 0;
        for (int codePoint : text.codePoints().toArray()) {
            Optional<Face> face = face(codePoint);
            width += face.isPresent() ? face.get().advance(codePoint) : 0;
        }
        return width;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable file : files) {
            file.close();
        }
    }
}
