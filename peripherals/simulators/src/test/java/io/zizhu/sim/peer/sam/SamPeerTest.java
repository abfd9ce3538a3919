package io.zizhu.sim.peer.sam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.people.People;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Golden frames: devices.md 2.1, checksums recomputed there. */
class SamPeerTest {
    private static final String FIND = "AAAAAA966900032001 22";
    private static final String SELECT = "AAAAAA966900032002 21";
    private static final String READ = "AAAAAA966900033001 32";
    private static final String READ_FINGER = "AAAAAA966900033010 23";
    private static final String FOUND = "AAAAAA96690008 00009F 00000000 97";
    private static final String SELECTED = "AAAAAA9669000C 000090 0000000000000000 9C";
    private static final String NONE = "AAAAAA96690004 000080 84";

    private SamPeer reader;

    @BeforeEach
    void reader() throws IOException {
        reader = new SamPeer(People.load(Path.of("../../packaging/training/people")));
    }

    @Test
    void an_empty_plate_answers_every_golden_frame() throws IOException {
        assertSays("AAAAAA96690004 000090 94", "AAAAAA9669000311FFED");
        assertSays("AAAAAA96690004 000090 94", "AAAAAA9669000310FFEC");
        assertSays(NONE, FIND);
        assertSays("AAAAAA96690004 000081 85", SELECT);
        assertEquals(11 + 16, say("AAAAAA9669000312FFEE").length);
    }

    @Test
    void a_card_is_found_selected_read_and_then_deaf_until_it_is_moved() throws Exception {
        reader.act("present", Map.of("person", "p05"));
        assertSays(FOUND, FIND);
        assertSays(SELECTED, SELECT);
        byte[] read = say(READ);
        assertEquals(1295, read.length);
        assertEquals("aaaaaa9669050800009001000400", HexFormat.of().formatHex(read, 0, 14));
        String text = new String(read, 14, 256, StandardCharsets.UTF_16LE);
        assertEquals(128, text.length());
        assertEquals("𠮷田美华", text.substring(0, 15).strip());
        assertEquals("990102197404191106", text.substring(61, 79));
        assertEquals(" ", text.substring(124, 125));
        assertTrue(HexFormat.of().formatHex(read, 270, 1294).contains("aaaaaa9669"), "no preamble inside the photo");
        assertSays(NONE, FIND);
        reader.act("present", Map.of("person", "p05"));
        assertSays(FOUND, FIND);
    }

    @Test
    void reading_with_fingers_carries_the_third_length() throws Exception {
        reader.act("present", Map.of("person", "p01"));
        say(FIND + SELECT);
        assertEquals(1297, say(READ_FINGER).length);
        reader.act("present", Map.of("person", "p01", "fingers", "2"));
        say(FIND + SELECT);
        byte[] read = say(READ_FINGER);
        assertEquals(2321, read.length);
        assertEquals("090a000090010004000400", HexFormat.of().formatHex(read, 5, 16));
    }

    @Test
    void a_new_address_is_read_where_there_is_one_and_answers_can_be_spoilt() throws Exception {
        reader.act("present", Map.of("person", "p01"));
        say(FIND + SELECT);
        assertSays("AAAAAA96690004 000091 95", "AAAAAA966900033003 30");
        reader.act("present", Map.of("person", "p01", "newAddress", "新街1号"));
        say(FIND + SELECT);
        byte[] read = say("AAAAAA966900033003 30");
        assertEquals(11 + 70, read.length);
        assertEquals("新街1号", new String(read, 10, 70, StandardCharsets.UTF_16LE).strip());
        reader.act("spoil", Map.of("what", "length"));
        assertSays("AAAAAA96690005 000080 84", FIND);
        reader.act("spoil", Map.of("what", "check"));
        assertSays("AAAAAA96690004 000080 D1", FIND);
        assertSays(NONE, FIND);
        assertThrows(Refused.class, () -> reader.act("spoil", Map.of("what", "weather")));
    }

    @Test
    void nothing_is_read_before_the_card_was_selected() throws Exception {
        reader.act("present", Map.of("person", "p01"));
        assertSays("AAAAAA96690004 000041 45", READ);
        assertSays("AAAAAA96690004 000081 85", SELECT);
    }

    @Test
    void other_cards_declare_their_type_and_a_bank_card_is_refused() throws Exception {
        assertEquals('J', typeOf("hmt"));
        assertEquals('Y', typeOf("foreigner"));
        assertEquals('I', typeOf("foreigner-2017"));
        reader.act("present", Map.of("as", "bank"));
        assertSays(FOUND, FIND);
        assertSays("AAAAAA96690004 000040 44", SELECT);
    }

    private char typeOf(String as) throws Exception {
        reader.act("present", Map.of("person", "p02", "as", as));
        say(FIND + SELECT);
        return (char) say(READ)[14 + 248];
    }

    @Test
    void broken_frames_get_their_status_and_the_next_whole_one_is_heard() throws IOException {
        assertSays("AAAAAA96690004 000010 14", "AAAAAA966900032001 23");
        assertSays("AAAAAA96690004 000011 15", "AAAAAA96690002");
        assertSays("AAAAAA96690004 000021 25", "AAAAAA966900037001 72");
        assertSays(NONE, "00AAAA96AA" + FIND);
    }

    @Test
    void a_hanging_reader_swallows_and_noise_comes_before_the_frame() throws Exception {
        reader.act("hang", Map.of());
        assertEquals(0, say(FIND).length);
        reader.act("hang", Map.of("on", "false"));
        reader.act("noise", Map.of());
        String heard = HexFormat.of().formatHex(say(FIND));
        String frame = HexFormat.of().formatHex(bytes(NONE));
        assertTrue(heard.endsWith(frame) && heard.length() > frame.length(), heard);
    }

    @Test
    void acts_that_make_no_sense_are_refused_with_a_reason() {
        assertThrows(Refused.class, () -> reader.act("remove", Map.of()));
        assertThrows(Refused.class, () -> reader.act("present", Map.of("person", "p99")));
        assertThrows(Refused.class, () -> reader.act("dance", Map.of()));
    }

    private void assertSays(String expected, String sent) throws IOException {
        assertArrayEquals(bytes(expected), say(sent));
    }

    private byte[] say(String sent) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        reader.serve(new ByteArrayInputStream(bytes(sent)), heard);
        return heard.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
