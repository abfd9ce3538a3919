package io.zizhu.driver.zvt.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Text as pads hand it over: container, kinds, character sets, and no card number. */
final class PrintedTest {
    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static Printed read(int command, String data) {
        return Printed.of(new Apdu(command, hex(data))).orElseThrow();
    }

    @Test
    void a_line_keeps_its_text_and_not_the_container_behind_it() {
        Printed line = read(Apdu.PRINT_LINE, "40 2A2A 48C4 4E444C4552 06041F070101");
        assertEquals(Printed.Whose.MERCHANT, line.whose());
        assertEquals(List.of("**HÄNDLER"), line.lines());
        assertEquals(List.of(), read(Apdu.PRINT_LINE, "81 06041F070102").lines());
        assertEquals(List.of(), read(Apdu.PRINT_LINE, "FF05").lines());
        assertEquals(List.of(), read(Apdu.PRINT_LINE, "").lines());
    }

    @Test
    void a_slip_is_read_line_by_line_in_its_own_character_set() {
        Printed slip = read(Apdu.PRINT_BLOCK, "06 19 1F070102 25 13 0704 66817220 0705 CA86E6B588 0701 20 090181");
        assertEquals(Printed.Whose.PERSON, slip.whose());
        assertEquals("für", slip.lines().getFirst());
        assertEquals(2, slip.lines().size());
    }

    /** 255 bytes and more: the length of the message, of the container and of the text block are each written in another way. */
    @Test
    void a_slip_longer_than_one_length_byte_comes_through_whole() {
        byte[] lines = new byte[30 * 27];
        for (int i = 0; i < 30; i++) {
            byte[] line = ("line %02d of a long receipt   ".formatted(i))
                    .substring(0, 25)
                    .getBytes(StandardCharsets.US_ASCII);
            lines[i * 27] = 0x07;
            lines[i * 27 + 1] = 25;
            System.arraycopy(line, 0, lines, i * 27 + 2, 25);
        }
        String block = "2582%04X".formatted(lines.length) + HexFormat.of().formatHex(lines);
        String container = "0682%04X".formatted(block.length() / 2) + block;
        byte[] wire = new Apdu(Apdu.PRINT_BLOCK, hex(container)).wire();
        assertEquals((byte) 0xFF, wire[2]);
        ApduStream stream = new ApduStream();
        stream.feed(wire, wire.length);
        Printed slip = Printed.of(stream.next().orElseThrow()).orElseThrow();
        assertEquals(30, slip.lines().size());
        assertEquals("line 29 of a long receipt", slip.lines().getLast());
    }

    @Test
    void tags_of_one_two_and_three_bytes_are_told_apart() {
        assertEquals(
                List.of(new Tlv(0x09, hex("81")), new Tlv(0x1F07, hex("02")), new Tlv(0x3F8105, hex("AABB"))),
                Tlv.read(hex("090181 1F070102 3F810502AABB")));
        assertEquals(List.of(), Tlv.read(hex("1F8182838401")));
        assertEquals(List.of(), Tlv.read(hex("2503AABB")));
    }

    @Test
    void card_numbers_are_masked_however_they_are_written() {
        assertEquals("Card 621700*********0123", Masked.line("Card 6217001234567890123"));
        assertEquals("6217 00** **** 7890 ok", Masked.line("6217 0012 3456 7890 ok"));
        assertEquals("62-1700-******-7890", Masked.line("62-1700-123456-7890"));
        assertEquals("18.10.2021 22:55:50  No 0004 000001", Masked.line("18.10.2021 22:55:50  No 0004 000001"));
        assertEquals("621700******7890", Masked.card("6217001234567890"));
        assertEquals("676389******1230", Masked.card("676389EEEEEE1230"));
    }

    @Test
    void no_bytes_at_all_break_the_reading() {
        byte[] real = hex("06 19 1F070102 25 13 0704 66817220 0705 CA86E6B588 0701 20 090181");
        for (long seed = 0; seed < 50_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = Arrays.copyOf(real, random.nextInt(real.length + 8));
            for (int i = 0; i < 3 && bytes.length > 0; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertTrue(Printed.of(new Apdu(Apdu.PRINT_BLOCK, bytes)).isPresent());
            assertTrue(Printed.of(new Apdu(Apdu.PRINT_LINE, bytes)).isPresent());
            assertTrue(State.of(bytes).ordinal() >= 0);
        }
    }
}
