package io.zizhu.driver.sam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void commands_are_the_frames_of_the_reference() {
        assertEquals("aaaaaa9669000310ffec", HEX.formatHex(Command.RESET.frame()));
        assertEquals("aaaaaa9669000311ffed", HEX.formatHex(Command.STATUS.frame()));
        assertEquals("aaaaaa96690003200122", HEX.formatHex(Command.FIND.frame()));
        assertEquals("aaaaaa96690003200221", HEX.formatHex(Command.SELECT.frame()));
        assertEquals("aaaaaa96690003300132", HEX.formatHex(Command.READ.frame()));
    }

    @Test
    void answers_of_the_reference_are_understood() {
        assertEquals(List.of("90:"), said("aaaaaa9669000400009094"));
        assertEquals(List.of("9F:00000000"), said("aaaaaa9669000800009f0000000097"));
        assertEquals(List.of("80:"), said("aaaaaa9669000400008084"));
        assertEquals(List.of("81:"), said("aaaaaa9669000400008185"));
    }

    @Test
    void noise_half_a_preamble_and_merged_frames_hide_nothing() {
        assertEquals(
                List.of("80:", "81:"),
                said("00ffaaaa96aaaaaaaa9669000400008084" + "13" + "aaaaaa9669000400008185aaaa"));
    }

    @Test
    void a_wrong_check_or_length_loses_only_its_own_frame() {
        assertEquals(List.of("81:"), said("aaaaaa9669000400008000" + "aaaaaa9669000400008185"));
        assertEquals(List.of("81:"), said("aaaaaa9669000000009094" + "aaaaaa9669000400008185"));
        assertEquals(List.of("81:"), said("aaaaaa9669ffff00009094" + "aaaaaa9669000400008185"));
    }

    @Test
    void the_bluetooth_variant_is_no_answer_and_hides_none() {
        assertEquals(List.of(), said("aaaaaa96690005050505"));
        assertEquals(List.of("80:"), said("aaaaaa96690005050505" + "aaaaaa9669000400008084"));
    }

    @Test
    void a_preamble_inside_the_photo_cuts_nothing() {
        byte[] body = new byte[4 + 256 + 1024];
        System.arraycopy(HEX.parseHex("aaaaaa9669000400009094"), 0, body, 900, 11);
        List<Answer> whole = new Frames().feed(answer(0x90, body));
        assertEquals(1, whole.size());
        assertArrayEquals(body, whole.getFirst().data());
    }

    @Test
    void wiping_forgets_an_unfinished_frame() {
        Frames frames = new Frames();
        frames.feed(HEX.parseHex("aaaaaa966900040000"));
        frames.wipe();
        assertEquals(List.of(), frames.feed(HEX.parseHex("8084")));
    }

    @Property(tries = 200)
    void any_chunking_gives_the_same_answers(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int count) {
        Random random = new Random(seed);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] body = new byte[random.nextInt(1300)];
            random.nextBytes(body);
            if (body.length > 20) {
                System.arraycopy(HEX.parseHex("aaaaaa96690004"), 0, body, body.length / 2, 7);
            }
            expected.add(word(new Answer(0x90, body)));
            line.writeBytes(new byte[random.nextInt(9)]);
            line.writeBytes(answer(0x90, body));
        }
        byte[] bytes = line.toByteArray();
        Frames frames = new Frames();
        List<String> heard = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(1 + random.nextInt(random.nextBoolean() ? 3 : 700), bytes.length - at);
            frames.feed(Arrays.copyOfRange(bytes, at, at + length)).forEach(answer -> heard.add(word(answer)));
            at += length;
        }
        assertEquals(expected, heard);
    }

    @Property(tries = 300)
    void random_bytes_never_hang_nor_throw_and_a_real_answer_gets_through(
            @ForAll @Size(max = 20_000) byte[] noise, @ForAll boolean preambles) {
        if (preambles) {
            for (int i = 0; i + 8 < noise.length; i += 29) {
                System.arraycopy(HEX.parseHex("aaaaaa966900"), 0, noise, i, 6);
            }
        }
        Frames frames = new Frames();
        frames.feed(noise);
        // whatever length a false start claims, it is below 3 kB: then the next real answer is heard
        frames.feed(new byte[3000]);
        List<Answer> heard = frames.feed(HEX.parseHex("aaaaaa9669000400008084"));
        assertTrue(heard.stream().anyMatch(answer -> answer.is(Answer.NO_CARD)));
    }

    static byte[] answer(int sw3, byte[] body) {
        int length = body.length + 4;
        byte[] frame = new byte[7 + length];
        System.arraycopy(HEX.parseHex("aaaaaa9669"), 0, frame, 0, 5);
        frame[5] = (byte) (length >> 8);
        frame[6] = (byte) length;
        frame[9] = (byte) sw3;
        System.arraycopy(body, 0, frame, 10, body.length);
        byte check = 0;
        for (int i = 5; i < frame.length - 1; i++) {
            check ^= frame[i];
        }
        frame[frame.length - 1] = check;
        return frame;
    }

    private static List<String> said(String hex) {
        return new Frames()
                .feed(HEX.parseHex(hex)).stream().map(FramesTest::word).toList();
    }

    private static String word(Answer answer) {
        return HEX.toHexDigits((byte) answer.status()).toUpperCase(Locale.ROOT) + ":" + HEX.formatHex(answer.data());
    }
}
