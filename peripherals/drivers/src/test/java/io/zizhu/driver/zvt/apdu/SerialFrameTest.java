package io.zizhu.driver.zvt.apdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames against the computed examples of reference/devices.md 2.4, and against any bytes at all. */
final class SerialFrameTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private static List<SerialFrame.Event> heard(byte[]... pieces) {
        SerialFrame frames = new SerialFrame();
        List<SerialFrame.Event> events = new ArrayList<>();
        for (byte[] piece : pieces) {
            for (byte each : piece) {
                frames.take(each).ifPresent(events::add);
            }
        }
        return events;
    }

    @ParameterizedTest
    @CsvSource({
        "80 00 00,                               10 02 80 00 00 10 03 F5 1F",
        "06 00 06 00 00 00 BE 09 78,             10 02 06 00 06 00 00 00 BE 09 78 10 03 3C AA",
        "06 01 0A 04 00 00 00 00 12 50 49 09 78, 10 02 06 01 0A 04 00 00 00 00 12 50 49 09 78 10 03 13 1D",
        "06 01 07 04 00 00 00 00 10 10,          10 02 06 01 07 04 00 00 00 00 10 10 10 10 10 03 F3 04",
        "06 B0 00,                               10 02 06 B0 00 10 03 43 F3",
        "06 50 03 00 00 00,                      10 02 06 50 03 00 00 00 10 03 FB 37",
        "06 30 06 00 00 00 87 00 01,             10 02 06 30 06 00 00 00 87 00 01 10 03 C2 AC",
    })
    void the_seven_computed_examples_hold_both_ways(String plain, String wire) {
        ApduStream stream = new ApduStream();
        byte[] bytes = HEX.parseHex(plain);
        stream.feed(bytes, bytes.length);
        Apdu apdu = stream.next().orElseThrow();
        assertEquals(wire, HEX.formatHex(SerialFrame.wire(apdu)));
        assertEquals(List.of(new SerialFrame.Event.Whole(apdu)), heard(HEX.parseHex(wire)));
    }

    @Test
    void the_checksum_is_that_of_kermit() {
        int crc = 0;
        for (byte each : "123456789".getBytes(StandardCharsets.US_ASCII)) {
            crc = SerialFrame.step(crc, each);
        }
        assertEquals(0x2189, crc);
    }

    @Test
    void a_frame_is_found_behind_noise_and_behind_one_that_never_ended() {
        Apdu apdu = Apdu.of(Apdu.COMPLETION, 0x10, 0x03, 0x10);
        byte[] wire = SerialFrame.wire(apdu);
        assertEquals(
                List.of(
                        new SerialFrame.Event.Whole(apdu),
                        new SerialFrame.Event.Taken(),
                        new SerialFrame.Event.Wanted()),
                heard(HEX.parseHex("AA 10 10 02 06 0F 01"), wire, HEX.parseHex("06 AA 15")));
    }

    @Test
    void every_damaged_byte_of_a_frame_is_noticed() {
        byte[] wire = SerialFrame.wire(Words.authorisation(1010, 978));
        for (int at = 2; at < wire.length; at++) {
            byte[] damaged = wire.clone();
            damaged[at] ^= 0x41;
            assertTrue(
                    heard(damaged).stream().noneMatch(SerialFrame.Event.Whole.class::isInstance),
                    "byte " + at + " was damaged");
        }
    }

    @Test
    void a_frame_that_holds_half_a_message_or_two_is_broken() {
        byte[] half = HEX.parseHex("10 02 06 0F 05 00 10 03");
        int crc = SerialFrame.crc(HEX.parseHex("06 0F 05 00"));
        byte[] sum = {(byte) crc, (byte) (crc >> 8)};
        assertEquals(List.of(new SerialFrame.Event.Broken()), heard(half, sum));
    }

    @Test
    void frames_of_every_content_and_length_come_through_any_pieces() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] data = new byte[random.nextInt(random.nextBoolean() ? 40 : 70_000) & 0xFFFF];
            random.nextBytes(data);
            Apdu apdu = new Apdu(random.nextInt(0x10000), data);
            assertEquals(List.of(new SerialFrame.Event.Whole(apdu)), heard(SerialFrame.wire(apdu)), "seed " + seed);
        }
    }

    @Test
    void no_bytes_at_all_break_the_reading() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            for (int i = 0; i + 1 < bytes.length; i += 7) {
                bytes[i] = 0x10;
                bytes[i + 1] = (byte) random.nextInt(4);
            }
            assertTrue(heard(bytes).size() <= bytes.length);
        }
        assertEquals(Optional.empty(), new SerialFrame().take((byte) 0x41));
    }
}
