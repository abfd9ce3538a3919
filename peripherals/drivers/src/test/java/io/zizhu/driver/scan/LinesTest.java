package io.zizhu.driver.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.scan.Symbology;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Codes as lines, fed as a wire feeds them. */
class LinesTest {
    private final Lines lines = new Lines(false);

    @Test
    void cr_lf_and_both_end_a_code_and_empty_lines_are_none() {
        assertEquals(List.of("a", "b", "c"), fed(lines, "a\rb\n\r\n\r\nc\r\n"));
        assertFalse(lines.torn());
    }

    @Test
    void pieces_of_any_size_give_the_same_codes() {
        String all = "6901234567892\r\nhttps://example.org/张三\r]\n";
        for (int size = 1; size < all.length(); size++) {
            Lines fresh = new Lines(false);
            List<String> codes = new ArrayList<>();
            byte[] bytes = all.getBytes(UTF_8);
            for (int at = 0; at < bytes.length; at += size) {
                codes.addAll(
                        read(fresh.feed(java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)))));
            }
            assertEquals(List.of("6901234567892", "https://example.org/张三", "]"), codes, "in pieces of " + size);
        }
    }

    @Test
    void an_aim_identifier_is_taken_off_and_told_and_a_promised_one_must_be_there() {
        Lines aim = new Lines(true);
        List<Raw> codes = aim.feed("]Q1one\r]C0two\r]h1three\r]Yxfour\rfive\r]Q1\r".getBytes(UTF_8));
        assertEquals(List.of("one", "two", "three", "four"), read(codes));
        assertEquals(
                List.of(Symbology.QR, Symbology.CODE_128, Symbology.HAN_XIN, Symbology.OTHER),
                codes.stream().map(Raw::symbology).toList());
        assertEquals(2, aim.spoilt());
    }

    @Test
    void the_tail_of_a_disowned_code_is_no_code() {
        fed(lines, "first-ha");
        lines.disown();
        assertEquals(List.of("second"), fed(lines, "lf\r\nsecond\r\n"));
        assertEquals(0, lines.spoilt());
    }

    @Test
    void a_line_without_end_is_dropped_up_to_its_end() {
        assertEquals(List.of(), fed(lines, "x".repeat(Buffer.MOST)));
        assertEquals(List.of(), fed(lines, "x".repeat(3)));
        assertTrue(lines.torn());
        assertEquals(List.of("next"), fed(lines, "xx\rnext\r"));
        assertEquals(1, lines.spoilt());
        assertEquals(List.of("y".repeat(Buffer.MOST)), fed(lines, "y".repeat(Buffer.MOST) + "\r"));
    }

    @Test
    void control_characters_broken_utf_8_and_nothing_at_all_are_no_text() {
        for (byte[] bad : List.of(
                "a\u0007b".getBytes(UTF_8),
                new byte[] {'a', (byte) 0xAA, (byte) 0x96},
                "\u0085".getBytes(UTF_8),
                "\r".getBytes(UTF_8))) {
            assertTrue(Letters.of(bad, UTF_8).isEmpty());
        }
        assertEquals("张", new String(Letters.of("张\r\n".getBytes(UTF_8), UTF_8).orElseThrow()));
    }

    @Test
    void random_bytes_neither_throw_nor_pile_up() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            byte[] chunk = new byte[random.nextInt(400)];
            random.nextBytes(chunk);
            for (Raw code : new Lines(round % 2 == 0).feed(chunk)) {
                assertTrue(code.bytes().length > 0);
                Letters.of(code.bytes(), UTF_8);
            }
            lines.feed(chunk);
        }
        lines.giveUp();
        assertFalse(lines.torn());
    }

    @Test
    void an_answer_is_taken_out_between_codes_and_left_inside_them() {
        Greeting greeting = new Greeting("OK".getBytes(UTF_8));
        greeting.expect();
        greeting.feed("early O code\rO".getBytes(UTF_8), lines);
        assertFalse(greeting.came());
        greeting.feed("Kla".getBytes(UTF_8), lines);
        assertTrue(greeting.came());
        assertEquals(List.of("laOK"), fed(lines, "OK\r"));
        greeting.expect();
        greeting.feed("noise OK".getBytes(UTF_8), lines);
        assertTrue(greeting.came(), "behind noise it is a sign of life");
    }

    private static List<String> fed(Unwrap codes, String text) {
        return read(codes.feed(text.getBytes(UTF_8)));
    }

    private static List<String> read(List<Raw> codes) {
        return codes.stream().map(code -> new String(code.bytes(), UTF_8)).toList();
    }
}
