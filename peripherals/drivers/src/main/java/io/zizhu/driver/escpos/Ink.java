package io.zizhu.driver.escpos;

import io.zizhu.device.printer.Slip;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A slip as ESC/POS bytes (reference/devices.md 2.3); pure. Characters of the base plane go as GB18030 between {@code
 * FS &} and {@code FS .}; control characters in a text are dropped, so that nothing a person typed can command the
 * printer.
 */
final class Ink {
    /** 80 mm paper: 576 dots, 48 characters of font A. */
    private static final int COLUMNS = 48;

    /** Past the knife, and cut. */
    private static final byte[] CUT = {0x1B, 'd', 4, 0x1D, 'V', 'B', 0};

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Ink() {}

    /** From initialising to the first line. */
    static byte[] first(Slip slip) {
        Ink ink = new Ink();
        ink.put(0x1B, '@');
        slip.lines().stream().limit(1).forEach(ink::line);
        return ink.bytes.toByteArray();
    }

    /** From the second line to the last, not yet cut. */
    static byte[] rest(Slip slip) {
        Ink ink = new Ink();
        slip.lines().stream().skip(1).forEach(ink::line);
        return ink.bytes.toByteArray();
    }

    static byte[] cut() {
        return CUT.clone();
    }

    private void line(Slip.Line line) {
        switch (line) {
            case Slip.Line.Text(String text, Slip.Style style) -> text(text, style);
            case Slip.Line.Raster raster -> raster(raster);
            case Slip.Line.Qr(String content) -> qr(content.getBytes(StandardCharsets.UTF_8));
            case Slip.Line.Rule() -> put("-".repeat(COLUMNS) + "\n");
            case Slip.Line.Space() -> put("\n");
        }
    }

    private void text(String text, Slip.Style style) {
        boolean big = style == Slip.Style.BIG || style == Slip.Style.TITLE;
        boolean bold = style == Slip.Style.BOLD || style == Slip.Style.TITLE;
        boolean centred = style == Slip.Style.CENTRED || style == Slip.Style.TITLE;
        put(0x1B, 'a', centred ? 1 : 0);
        put(0x1B, 'E', bold ? 1 : 0);
        put(0x1D, '!', big ? 0x11 : 0);
        boolean chinese = false;
        for (int character :
                text.codePoints().filter(c -> !Character.isISOControl(c)).toArray()) {
            if (chinese != character > 0x7E) {
                chinese = !chinese;
                put(0x1C, chinese ? '&' : '.');
            }
            bytes.writeBytes(Character.toString(character).getBytes(GB18030));
        }
        if (chinese) {
            put(0x1C, '.');
        }
        put("\n");
        put(0x1D, '!', 0);
        put(0x1B, 'E', 0);
        put(0x1B, 'a', 0);
    }

    private void raster(Slip.Line.Raster raster) {
        int across = (raster.width() + 7) / 8;
        put(0x1D, 'v', '0', 0, across & 0xFF, across >> 8, raster.height() & 0xFF, raster.height() >> 8);
        bytes.writeBytes(raster.bits());
    }

    /** Functions 165 (model 2), 167 (dots a module), 169 (level M), 180 (store), 181 (print) of {@code GS ( k}. */
    private void qr(byte[] content) {
        int length = content.length + 3;
        put(0x1B, 'a', 1);
        put(0x1D, '(', 'k', 4, 0, '1', 'A', '2', 0);
        put(0x1D, '(', 'k', 3, 0, '1', 'C', content.length > 200 ? 4 : 6);
        put(0x1D, '(', 'k', 3, 0, '1', 'E', '1');
        put(0x1D, '(', 'k', length & 0xFF, length >> 8, '1', 'P', '0');
        bytes.writeBytes(content);
        put(0x1D, '(', 'k', 3, 0, '1', 'Q', '0');
        put(0x1B, 'a', 0);
    }

    private void put(String ascii) {
        bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private void put(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
    }
}
