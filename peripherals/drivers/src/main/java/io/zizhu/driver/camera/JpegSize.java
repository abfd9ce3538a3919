package io.zizhu.driver.camera;

/** How large a JPEG says it is (ITU-T T.81, B.2.2: FF Cn, length, precision, height, width); both 0 where it does not say. */
public record JpegSize(int width, int height) {
    private static final int MOST_PIXELS = 16_000_000;

    /** Worth handing to a decoder. */
    public boolean sane() {
        return width >= 32 && height >= 32 && (long) width * height <= MOST_PIXELS;
    }

    /** Reads the header only; any bytes. */
    public static JpegSize of(byte[] jpeg) {
        int at = 2;
        while (at + 9 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
            int marker = jpeg[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                return new JpegSize(word(jpeg, at + 7), word(jpeg, at + 5));
            }
            at += 2 + word(jpeg, at + 2);
        }
        return new JpegSize(0, 0);
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
