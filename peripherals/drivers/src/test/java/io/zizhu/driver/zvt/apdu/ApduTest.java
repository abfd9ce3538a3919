package io.zizhu.driver.zvt.apdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes against the worked examples of reference/devices.md 2.4, and against any bytes at all. */
final class ApduTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final int EURO = 978;

    private static void writes(String hex, Apdu apdu) {
        assertEquals(hex, HEX.formatHex(apdu.wire()));
    }

    @Test
    void commands_are_the_bytes_of_the_published_examples() {
        writes("80 00 00", Apdu.ACCEPTANCE);
        writes("06 00 06 00 00 00 BE 09 78", Words.registration(0, EURO));
        writes("06 01 0A 04 00 00 00 00 12 50 49 09 78", Words.authorisation(1250, EURO));
        writes("06 B0 00", Apdu.of(Apdu.ABORT));
        writes("06 50 03 00 00 00", Words.endOfDay(0));
        writes("06 30 06 00 00 00 87 00 01", Words.reversal(0, 1));
        writes("06 20 03 00 00 00", Words.repeatReceipt(0));
        writes("06 31 0D 00 00 00 04 00 00 00 00 12 50 49 09 78", Words.refund(0, 1250, EURO));
        writes("06 93 03 00 00 00", Words.initialisation(0));
        writes("06 70 00", Words.diagnosis());
        writes("06 02 00", Words.logOff());
        writes("05 01 03 00 00 00", Words.statusEnquiry(0));
    }

    @Test
    void a_length_of_255_or_more_is_written_low_byte_first_after_ff() {
        for (int length : new int[] {0, 1, 254, 255, 256, 300, 0x1234, 0xFFFF}) {
            Apdu apdu = new Apdu(Apdu.STATUS_INFORMATION, new byte[length]);
            byte[] wire = apdu.wire();
            assertEquals(length + (length < 255 ? 3 : 5), wire.length);
            if (length >= 255) {
                assertArrayEquals(
                        new byte[] {4, 0x0F, (byte) 0xFF, (byte) length, (byte) (length >> 8)}, Arrays.copyOf(wire, 5));
            }
            ApduStream stream = new ApduStream();
            stream.feed(wire, wire.length);
            assertEquals(Optional.of(apdu), stream.next());
        }
    }

    @Test
    void fields_before_an_unknown_one_count_and_tlv_of_every_length_is_skipped() {
        Fields cut = Fields.read(HexFormat.of().parseHex("2700" + "FE00112233" + "870007"));
        assertFalse(cut.whole());
        assertEquals("00", cut.text(Fields.RESULT));
        assertEquals("", cut.text(Fields.RECEIPT));
        for (String tlv : List.of("0600", "060401020304", "068180" + "00".repeat(128), "06820100" + "00".repeat(256))) {
            Fields skipped = Fields.read(HexFormat.of().parseHex(tlv + "870007"));
            assertTrue(skipped.whole(), tlv);
            assertEquals("0007", skipped.text(Fields.RECEIPT), tlv);
        }
    }

    @Test
    void messages_come_out_whole_however_the_line_cuts_them() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Apdu> sent = new ArrayList<>();
            ApduStream stream = new ApduStream();
            List<Apdu> heard = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                byte[] data = new byte[random.nextInt(random.nextBoolean() ? 12 : 700)];
                random.nextBytes(data);
                Apdu apdu = new Apdu(random.nextInt(0x10000), data);
                sent.add(apdu);
                cut(apdu.wire(), random, stream, heard);
            }
            assertEquals(sent, heard, "seed " + seed);
        }
    }

    private static void cut(byte[] wire, Random random, ApduStream stream, List<Apdu> heard) {
        int at = 0;
        while (at < wire.length) {
            int length = Math.min(wire.length - at, 1 + random.nextInt(9));
            stream.feed(Arrays.copyOfRange(wire, at, at + length), length);
            at += length;
            for (Optional<Apdu> next = stream.next(); next.isPresent(); next = stream.next()) {
                heard.add(next.get());
            }
        }
    }
}
