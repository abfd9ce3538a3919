package io.zizhu.driver.finger;

import io.zizhu.driver.finger.MinutiaeRecord.Minutia;
import io.zizhu.driver.finger.MinutiaeRecord.View;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads and writes the record format of ISO/IEC 19794-2:2005: header of 24 bytes, for each view 4 bytes and 6 for each
 * minutia, then its extended data, which is skipped. All numbers are big-endian. Pure and strict: any bytes may come in,
 * nothing is allocated that they do not pay for.
 */
public final class Minutiae {
    /** No reader makes longer ones: 16 views of 255 minutiae with as much extended data again. */
    static final int MOST_BYTES = 64 * 1024;

    private static final byte[] MAGIC = "FMR\0 20\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 24;
    private static final int VIEW = 4;
    private static final int MINUTIA = 6;
    private static final int MOST_VIEWS = 176; // eleven positions, sixteen views each
    private static final int LEAST_DENSITY = 99; // pixels a centimetre; a print below 250 dpi shows no minutiae
    private static final int MOST_DENSITY = 2000;

    private Minutiae() {}

    /** What came of reading. */
    sealed interface Read {
        record Whole(MinutiaeRecord minutiae) implements Read {}

        /** @param why names field and value, never what is personal */
        record Broken(String why) implements Read {}
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String why) {
            super(why, null, false, false);
        }
    }

    /** Takes any bytes apart; never throws. */
    static Read read(byte[] bytes) {
        try {
            return new Read.Whole(record(bytes));
        } catch (Wrong wrong) {
            return new Read.Broken(String.valueOf(wrong.getMessage()));
        }
    }

    /** Whether the bytes are a whole record of the standard; any bytes. */
    public static boolean readable(byte[] bytes) {
        return read(bytes) instanceof Read.Whole;
    }

    private static MinutiaeRecord record(byte[] bytes) throws Wrong {
        insist(bytes.length >= HEADER && bytes.length <= MOST_BYTES, "length", bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes); // big-endian
        for (byte expected : MAGIC) {
            byte is = in.get();
            insist(is == expected, "format identifier or version", is & 0xFF);
        }
        long length = in.getInt() & 0xFFFF_FFFFL;
        insist(length == bytes.length, "total length", length);
        in.getShort(); // certification and id of the sensor: any
        int width = size("width", in);
        int height = size("height", in);
        int perX = density("horizontal resolution", in);
        int perY = density("vertical resolution", in);
        int count = in.get() & 0xFF;
        insist(count >= 1 && count <= MOST_VIEWS, "number of views", count);
        insist(in.get() == 0, "reserved byte", 1);
        List<View> views = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            View view = view(in, width, height);
            insist(seen.add(view.finger() << 4 | view.number()), "a view there twice, of finger", view.finger());
            views.add(view);
        }
        insist(in.remaining() == 0, "bytes after the last view", in.remaining());
        return new MinutiaeRecord(width, height, perX, perY, views);
    }

    private static int size(String field, ByteBuffer in) throws Wrong {
        int pixels = in.getShort() & 0xFFFF;
        insist(pixels > 0, field, pixels);
        return pixels;
    }

    private static int density(String field, ByteBuffer in) throws Wrong {
        int pixels = in.getShort() & 0xFFFF;
        insist(pixels >= LEAST_DENSITY && pixels <= MOST_DENSITY, field, pixels);
        return pixels;
    }

    private static View view(ByteBuffer in, int width, int height) throws Wrong {
        insist(in.remaining() >= VIEW, "bytes left for a view", in.remaining());
        int finger = in.get() & 0xFF;
        insist(finger <= 10, "finger position", finger);
        int both = in.get() & 0xFF;
        int impression = both & 0x0F;
        insist(impression <= 3 || impression == 8, "impression type", impression);
        int quality = in.get() & 0xFF;
        insist(quality <= 100, "finger quality", quality);
        int count = in.get() & 0xFF;
        insist(in.remaining() >= count * MINUTIA + 2, "bytes left for the minutiae", in.remaining());
        List<Minutia> minutiae = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            minutiae.add(minutia(in, width, height));
        }
        int extended = in.getShort() & 0xFFFF;
        insist(in.remaining() >= extended, "bytes left for the extended data", in.remaining());
        in.position(in.position() + extended);
        return new View(finger, both >> 4, impression, quality, minutiae);
    }

    private static Minutia minutia(ByteBuffer in, int width, int height) throws Wrong {
        int kindAndX = in.getShort() & 0xFFFF;
        int reservedAndY = in.getShort() & 0xFFFF;
        int angle = in.get() & 0xFF;
        int quality = in.get() & 0xFF;
        int kind = kindAndX >> 14;
        int x = kindAndX & 0x3FFF;
        insist(kind <= 2, "minutia type", kind);
        insist(reservedAndY >> 14 == 0, "reserved bits of a minutia", reservedAndY >> 14);
        insist(x < width, "minutia beyond the width at", x);
        insist(reservedAndY < height, "minutia beyond the height at", reservedAndY);
        insist(quality <= 100, "minutia quality", quality);
        return new Minutia(kind, x, reservedAndY, angle, quality);
    }

    private static void insist(boolean right, String field, long value) throws Wrong {
        if (!right) {
            throw new Wrong(field + ": " + value);
        }
    }

    /** The record in bytes, without extended data; the reverse of {@link #read}. */
    static byte[] write(MinutiaeRecord minutiae) {
        int length = HEADER;
        for (View view : minutiae.views()) {
            length += VIEW + MINUTIA * view.minutiae().size() + 2;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(length);
            out.writeShort(0);
            out.writeShort(minutiae.width());
            out.writeShort(minutiae.height());
            out.writeShort(minutiae.perCentimetreX());
            out.writeShort(minutiae.perCentimetreY());
            out.writeByte(minutiae.views().size());
            out.writeByte(0);
            for (View view : minutiae.views()) {
                write(view, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes no bytes", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(View view, DataOutputStream out) throws IOException {
        out.writeByte(view.finger());
        out.writeByte(view.number() << 4 | view.impression());
        out.writeByte(view.quality());
        out.writeByte(view.minutiae().size());
        for (Minutia minutia : view.minutiae()) {
            out.writeShort(minutia.kind() << 14 | minutia.x());
            out.writeShort(minutia.y());
            out.writeByte(minutia.angle());
            out.writeByte(minutia.quality());
        }
        out.writeShort(0);
    }
}
