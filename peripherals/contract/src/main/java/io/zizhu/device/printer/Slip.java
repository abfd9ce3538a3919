package io.zizhu.device.printer;

import java.util.List;

/** What stands on a slip, line by line; withheld, for it may name the person. */
public record Slip(List<Line> lines) {
    public Slip {
        lines = List.copyOf(lines);
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
