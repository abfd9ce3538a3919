package io.zizhu.driver.zvt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Receipt;
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
        writes("06 20 00", Words.repeatReceipt());
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
    void a_published_status_information_reads_as_amount_receipt_trace_terminal_and_masked_card() {
        String fields = "2700 04000000001250 0b000001 0c083151 0d1121 0e2812 170001 2929001234"
                + "2a202020202020202020202020202020 ba a000000004 490978 870001 88000001 8a06"
                + "8bf1f14d61737465726361726400 22f0f8676389eeeeee1230";
        Stated stated = Stated.read(HexFormat.of().parseHex(fields.replace(" ", "")));
        assertTrue(stated.approved());
        Amount amount = new Amount(1250, "EUR");
        assertTrue(stated.tells(amount, EURO));
        assertFalse(stated.tells(new Amount(1251, "EUR"), EURO));
        assertFalse(stated.tells(amount, 156));
        assertEquals(new Receipt("29001234", "0001", "000001", amount, "676389******1230"), stated.receipt(amount));
    }

    @Test
    void a_card_number_that_the_pad_does_not_mask_is_masked_here() {
        Stated stated = Stated.read(HexFormat.of().parseHex("22f0f86217001234567890"));
        assertEquals("621700******7890", stated.card());
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

    @Test
    void no_bytes_at_all_break_the_reading_of_fields() {
        for (long seed = 0; seed < 100_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            if (bytes.length > 3 && random.nextBoolean()) {
                bytes[0] = new byte[] {6, 0x3C, 0x22, (byte) 0x8B, 0x60}[random.nextInt(5)];
            }
            Stated.read(bytes);
        }
    }
}
