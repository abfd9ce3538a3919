package io.zizhu.device.printer;

import java.util.List;

/** What stands on a slip, line by line; withheld, for it may name the person. */
public record Slip(List<Line> lines) {
    public Slip {
        lines = List.copyOf(lines);
    }

    private static final int DOTS_PER_MILLIMETRE = 8;
    private static final int LINE = 30;
    private static final int QR = 280;
    private static final int FEED = 160;

    /** About how long it is when it has been cut off, on a printer of 203 dots an inch; never nothing. */
    public int millimetres() {
        int dots = FEED;
        for (Line line : lines) {
            dots += switch (line) {
                case Line.Text(var text, Style style) -> style == Style.TITLE || style == Style.BIG ? 2 * LINE : LINE;
                case Line.Raster raster -> raster.height();
                case Line.Qr(var content) -> QR;
                case Line.Rule(), Line.Space() -> LINE;
            };
        }
        return dots / DOTS_PER_MILLIMETRE;
    }

    @Override
    public String toString() {
        return "[withheld]";
    }

    public sealed interface Line {
        /** Characters that the printer's own GB18030 font has (the maker of the slip sees to that). */
        record Text(String text, Style style) implements Line {}

        /** A row of dots drawn by the maker, for characters that the printer has no glyphs of. */
        record Raster(int width, int height, byte[] bits) implements Line {
            /** Rows of {@code (width + 7) / 8} bytes, most significant bit left, 1 is black. */
            public Raster {
                if (bits.length != (width + 7) / 8 * height) {
                    throw new IllegalArgumentException(
                            bits.length + " bytes are no raster of " + width + " by " + height);
                }
                bits = bits.clone();
            }

            @Override
            public byte[] bits() {
                return bits.clone();
            }
        }

        record Qr(String content) implements Line {}

        record Rule() implements Line {}

        record Space() implements Line {}
    }

    public enum Style {
        PLAIN,
        BOLD,
        BIG,
        CENTRED,
        TITLE
    }
}
