package io.zizhu.service.port;

import java.util.Arrays;
import java.util.List;

/** A signature drawn on the screen: strokes with times, and the picture of it. Withheld. */
public record Signature(List<List<Dot>> strokes, byte[] png) {
    public Signature {
        strokes = strokes.stream().map(List::copyOf).toList();
        png = png.clone();
    }

    /** A point in thousandths of the field's width, with milliseconds since the first touch. */
    public record Dot(int x, int y, int millis) {}

    public boolean blank() {
        return strokes.stream().mapToInt(List::size).sum() < 8;
    }

    @Override
    public byte[] png() {
        return png.clone();
    }

    /** Overwrites the picture; the strokes are left to the collector. */
    public void wipe() {
        Arrays.fill(png, (byte) 0);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
