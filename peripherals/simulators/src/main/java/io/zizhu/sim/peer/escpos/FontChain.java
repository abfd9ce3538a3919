package io.zizhu.sim.peer.escpos;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts in the printer's ROM: the first of the chain that has a glyph draws it. The big rare-character fonts are
 * opened only when a character asks for them. One thread at a time.
 */
public final class FontChain {
    private static final Logger LOG = LoggerFactory.getLogger(FontChain.class);
    private static final Path DEBIAN = Path.of("/usr/share/fonts/truetype");

    private final List<Path> files;
    private final List<Optional<Font>> opened = new ArrayList<>();
    private final Font last = new Font(Font.MONOSPACED, Font.PLAIN, 24);

    private FontChain(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** @param folder holds wqy-microhei.ttc, HanaMinA.ttf and HanaMinB.ttf, at any depth; empty: where Debian puts them */
    public static FontChain of(Optional<Path> folder) {
        Path root = folder.orElse(DEBIAN);
        List<Path> files = new ArrayList<>();
        for (String name : List.of("wqy-microhei.ttc", "HanaMinA.ttf", "HanaMinB.ttf")) {
            files.add(find(root, name));
        }
        return new FontChain(files);
    }

    private static Path find(Path root, String name) {
        for (String inside : List.of("", "wqy", "hanazono")) {
            Path file = root.resolve(inside).resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return root.resolve(name);
    }

    /** The font that has this character; the JDK's own where none has. */
    Font with(int codePoint) {
        for (int at = 0; at < files.size(); at++) {
            if (opened.size() == at) {
                opened.add(open(files.get(at)));
            }
            Optional<Font> font = opened.get(at).filter(one -> one.canDisplay(codePoint));
            if (font.isPresent()) {
                return font.get();
            }
        }
        return last;
    }

    /** A collection gives its monospaced member, so that half-width letters keep their columns. */
    private static Optional<Font> open(Path file) {
        try {
            Font[] fonts = Font.createFonts(file.toFile());
            Font chosen = fonts[0];
            for (Font font : fonts) {
                chosen = font.getFontName().contains("Mono") ? font : chosen;
            }
            return Optional.of(chosen.deriveFont(24f));
        } catch (IOException | FontFormatException missing) {
            LOG.warn("font {}: {}", file, missing.getMessage());
            return Optional.empty();
        }
    }
}
