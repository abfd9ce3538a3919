package io.zizhu.terminal.paper;

import io.zizhu.catalogue.Words;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.Slip.Line;
import io.zizhu.device.printer.Slip.Style;
import io.zizhu.service.port.Paper.Row;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Lays out slips: what the printer's own GBK font has goes as text, anything else is drawn with the fonts of paper. */
final class SlipMaker {
    /** A 72 mm head at 203 dpi; its font A is 12 dots wide, a Han character 24. */
    private static final int DOTS = 576;

    private static final int COLUMNS = DOTS / 12;
    private static final Charset GBK = Charset.forName("GBK");

    private final FontChain chain;
    private final List<Line> lines = new ArrayList<>();

    SlipMaker(FontChain chain) {
        this.chain = chain;
    }

    Slip slip(List<Row> rows) throws IOException {
        for (Row row : rows) {
            add(row);
        }
        return new Slip(lines);
    }

    private void add(Row row) throws IOException {
        switch (row) {
            case Row.Title(Words words) -> {
                both(words, Style.TITLE, Style.CENTRED);
                lines.add(new Line.Space());
            }
            case Row.Pair(Words label, String value) -> {
                text(label.zh().equals(label.en()) ? label.zh() : label.zh() + " " + label.en(), Style.PLAIN);
                text(value, Style.BOLD);
            }
            case Row.Note(Words words) -> both(words, Style.PLAIN, Style.PLAIN);
            case Row.Qr(String content) -> {
                lines.add(new Line.Space());
                lines.add(new Line.Qr(content));
                lines.add(new Line.Space());
            }
            case Row.Rule() -> lines.add(new Line.Rule());
        }
    }

    private void both(Words words, Style chinese, Style english) throws IOException {
        text(words.zh(), chinese);
        if (!words.en().equals(words.zh())) {
            text(words.en(), english);
        }
    }

    private void text(String text, Style style) throws IOException {
        int columns = style == Style.TITLE || style == Style.BIG ? COLUMNS / 2 : COLUMNS;
        for (String line : Wrap.lines(text, columns, SlipMaker::columns)) {
            lines.add(printable(line) ? new Line.Text(line, style) : Strip.of(chain, line, style, DOTS));
        }
    }

    private static double columns(String text) {
        return text.codePoints().map(codePoint -> codePoint < 0x80 ? 1 : 2).sum();
    }

    /** GBK's two bytes, which every GB18030 printer has a glyph for; four-byte characters it often has not. */
    private static boolean printable(String text) {
        return GBK.newEncoder().canEncode(text);
    }
}
