package io.zizhu.driver.face.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a protocol buffers message (wire types 0, 2 and 5), as ONNX files are made of. Large byte fields are kept as
 * they are, not copied, until the end.
 */
final class Proto {
    private final List<byte[]> pieces = new ArrayList<>();
    private long length;

    Proto number(int field, long value) {
        return varint((long) field << 3).varint(value);
    }

    Proto fraction(int field, float value) {
        int bits = Float.floatToRawIntBits(value);
        return varint(((long) field << 3) | 5)
                .add(new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)});
    }

    Proto text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Proto bytes(int field, byte[] value) {
        return varint(((long) field << 3) | 2).varint(value.length).add(value);
    }

    Proto message(int field, Proto value) {
        varint(((long) field << 3) | 2).varint(value.length);
        value.pieces.forEach(this::add);
        return this;
    }

    private Proto varint(long value) {
        byte[] out = new byte[10];
        int n = 0;
        for (long left = value; ; left >>>= 7) {
            if ((left & ~0x7fL) == 0) {
                out[n++] = (byte) left;
                break;
            }
            out[n++] = (byte) ((left & 0x7f) | 0x80);
        }
        return add(java.util.Arrays.copyOf(out, n));
    }

    private Proto add(byte[] piece) {
        pieces.add(piece);
        length += piece.length;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(length));
        pieces.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
