package io.zizhu.device.camera;

import java.util.Arrays;

/** One still picture of a face, JPEG. Withheld like the card itself; whoever is done with one wipes it. */
public record Portrait(byte[] jpeg) {
    public Portrait {
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
