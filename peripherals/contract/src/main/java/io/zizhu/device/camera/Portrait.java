package io.zizhu.device.camera;

/** One still picture of a face, JPEG. Withheld like the card itself. */
public record Portrait(byte[] jpeg) {
    public Portrait {
        jpeg = jpeg.clone();
    }

    @Override
    public byte[] jpeg() {
        return jpeg.clone();
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
