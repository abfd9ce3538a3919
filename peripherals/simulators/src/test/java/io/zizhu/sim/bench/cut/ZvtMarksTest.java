package io.zizhu.sim.bench.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZvtMarksTest {
    private final ZvtMarks marks = new ZvtMarks();
    private final List<String> places = new ArrayList<>();

    private void pass(Marks.Way way, String hex) {
        for (byte octet : HexFormat.of().parseHex(hex)) {
            marks.before(way).ifPresent(places::add);
            marks.after(way, octet & 0xFF).ifPresent(places::add);
        }
    }

    @Test
    void every_boundary_of_a_telegram_and_of_its_acceptance_is_a_place() {
        pass(Marks.Way.IN, "060106" + "040000002000");
        pass(Marks.Way.OUT, "800000");
        assertEquals(
                List.of(
                        "telegram 1 before it",
                        "telegram 1 behind byte 1",
                        "telegram 1 0601 behind byte 2",
                        "telegram 1 0601 behind its length",
                        "telegram 1 0601 in its middle",
                        "telegram 1 0601 before its last byte",
                        "telegram 1 0601 behind it",
                        "telegram 2 before it",
                        "telegram 2 behind byte 1",
                        "telegram 2 8000 behind byte 2",
                        "telegram 2 8000 behind it"),
                places);
    }

    @Test
    void a_length_of_three_bytes_is_one_place() {
        pass(Marks.Way.OUT, "040FFF0001" + "00".repeat(256));
        assertEquals("telegram 1 040F behind its length", places.get(3));
        assertEquals("telegram 1 040F behind it", places.getLast());
        assertEquals(7, places.size());
    }

    @Test
    void a_new_operation_counts_from_one_even_inside_a_telegram() {
        pass(Marks.Way.IN, "0501");
        marks.begin();
        pass(Marks.Way.OUT, "800000");
        assertEquals("telegram 1 before it", places.get(3));
    }
}
