package io.zizhu.terminal.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: between any two Han characters, between words otherwise, never before a closing mark. */
final class Wrap {
    private static final String CLOSING = "，。；：、！？）》」』”’,.;:!?)]%";

    /** How wide a text is, in the same unit as the line. */
    interface Measure {
        double of(String text) throws IOException;
    }

    private Wrap() {}

    static List<String> lines(String text, double width, Measure measure) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (measure.of(line + piece.stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            if (!line.isEmpty() || lines.isEmpty() || !piece.isBlank()) {
                line.append(piece);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var word = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            boolean narrow = codePoint < 0x2E80 && codePoint != ' ';
            boolean closing = CLOSING.indexOf(codePoint) >= 0;
            boolean lastNarrow =
                    !word.isEmpty() && word.charAt(word.length() - 1) < 0x2E80 && word.charAt(word.length() - 1) != ' ';
            boolean joins = closing || codePoint == ' ' || (narrow && lastNarrow);
            if (!joins && !word.isEmpty()) {
                pieces.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(codePoint);
        }
        if (!word.isEmpty()) {
            pieces.add(word.toString());
        }
        return pieces;
    }
}
