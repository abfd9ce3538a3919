package io.zizhu.device.camera;

import java.util.Arrays;

/**
 * A picture of a document, JPEG. Withheld like the card itself; whoever is done with one wipes it.
 *
 * @param width in pixels, of the whole picture; the height likewise
 */
public record Scan(byte[] jpeg, int width, int height) {
    public Scan {
        jpeg = jpeg.clone();
    }

    @Override
    public byte[] jpeg() {
        return jpeg.clone();
    }

    /** Overwrites the picture. */
    public void wipe() {
        Arrays.fill(jpeg, (byte) 0);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
