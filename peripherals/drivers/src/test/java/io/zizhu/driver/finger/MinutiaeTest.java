package io.zizhu.driver.finger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.driver.finger.MinutiaeRecord.Minutia;
import io.zizhu.driver.finger.MinutiaeRecord.View;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MinutiaeTest {
    /** Spelt by hand after the standard: one view of the right index finger, two minutiae, four bytes of extended data. */
    private static final byte[] WHOLE = HexFormat.ofDelimiter(" ")
            .parseHex("46 4d 52 00 20 32 30 00 00 00 00 2e 00 00 01 40 01 90 00 c5 00 c5 01 00"
                    + " 02 00 4e 02 40 64 00 c8 40 50 80 0a 00 0b ff 00 00 04 01 01 00 04");

    private static MinutiaeRecord whole(byte[] bytes) {
        return assertInstanceOf(Minutiae.Read.Whole.class, Minutiae.read(bytes)).minutiae();
    }

    private static String broken(byte[] bytes) {
        return assertInstanceOf(Minutiae.Read.Broken.class, Minutiae.read(bytes))
                .why();
    }

    private static byte[] with(int at, int... values) {
        byte[] bytes = WHOLE.clone();
        for (int i = 0; i < values.length; i++) {
            bytes[at + i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void a_record_of_the_standard_is_read_field_by_field() {
        MinutiaeRecord read = whole(WHOLE);
        assertEquals(320, read.width());
        assertEquals(400, read.height());
        assertEquals(197, read.perCentimetreX());
        View view = read.views().getFirst();
        assertEquals(2, view.finger());
        assertEquals(0, view.impression());
        assertEquals(78, view.quality());
        assertEquals(List.of(new Minutia(1, 100, 200, 64, 80), new Minutia(2, 10, 11, 255, 0)), view.minutiae());
        assertEquals("[withheld]", read.toString());
    }

    @Test
    void every_field_out_of_range_is_refused_by_name() {
        assertTrue(broken(with(0, 'X')).startsWith("format identifier"));
        assertTrue(broken(with(5, '3')).startsWith("format identifier or version"));
        assertTrue(broken(with(11, 0x2f)).startsWith("total length"));
        assertTrue(broken(with(8, 0x80)).startsWith("total length"));
        assertTrue(broken(with(14, 0, 0)).startsWith("width"));
        assertTrue(broken(with(18, 0, 98)).startsWith("horizontal resolution"));
        assertTrue(broken(with(22, 0)).startsWith("number of views"));
        assertTrue(broken(with(23, 1)).startsWith("reserved byte"));
        assertTrue(broken(with(24, 11)).startsWith("finger position"));
        assertTrue(broken(with(25, 5)).startsWith("impression type"));
        assertTrue(broken(with(26, 101)).startsWith("finger quality"));
        assertTrue(broken(with(27, 200)).startsWith("bytes left for the minutiae"));
        assertTrue(broken(with(28, 0xC0)).startsWith("minutia type"));
        assertTrue(broken(with(28, 0x41, 0x40)).startsWith("minutia beyond the width"));
        assertTrue(broken(with(30, 0x40)).startsWith("reserved bits"));
        assertTrue(broken(with(33, 101)).startsWith("minutia quality"));
        assertTrue(broken(with(40, 0xff)).startsWith("bytes left for the extended data"));
        assertTrue(broken(with(41, 3)).startsWith("bytes after the last view"));
        assertTrue(broken(new byte[0]).startsWith("length"));
        assertTrue(broken(new byte[1 << 20]).startsWith("length"));
    }

    @Property(tries = 1000)
    void any_bytes_are_a_record_or_a_reason(@ForAll byte[] bytes) {
        Minutiae.read(bytes);
    }

    @Property(tries = 1000)
    void a_record_with_any_two_bytes_changed_or_cut_off_never_throws(
            @ForAll @IntRange(max = 45) int at, @ForAll byte value, @ForAll @IntRange(max = 45) int other) {
        Minutiae.read(with(at, value));
        byte[] both = with(at, value);
        both[other] ^= value;
        Minutiae.read(both);
        assertInstanceOf(Minutiae.Read.Broken.class, Minutiae.read(Arrays.copyOf(WHOLE, at)));
    }

    @Property(tries = 200)
    void what_was_written_is_read_again(@ForAll @Size(max = 255) List<@IntRange(max = 319) Integer> places) {
        List<Minutia> minutiae = places.stream()
                .map(place -> new Minutia(place % 3, place, 319 - place, place % 256, place % 101))
                .toList();
        MinutiaeRecord record = new MinutiaeRecord(320, 320, 197, 197, List.of(new View(7, 0, 0, 60, minutiae)));
        byte[] bytes = Minutiae.write(record);
        assertEquals(record, whole(bytes));
        assertArrayEquals(bytes, Minutiae.write(whole(bytes)));
    }
}
