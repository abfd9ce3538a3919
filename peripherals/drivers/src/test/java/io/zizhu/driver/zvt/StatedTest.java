package io.zizhu.driver.zvt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Receipt;
import io.zizhu.driver.zvt.apdu.DayGroup;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a pad states, read from published and from any bytes. */
final class StatedTest {
    private static final int EURO = 978;

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
    void the_end_of_a_day_is_read_group_by_group() {
        String none = "00000000000000";
        String groups = "00010012" + "02000000001250" + none + none + none + "01000000000099" + none + "03000000006000";
        Stated day = Stated.read(HexFormat.of().parseHex("2700" + "04000000007349" + "60f0f5f3" + groups));
        assertEquals(
                List.of(new DayGroup("girocard", 2, 1250), new DayGroup("VISA", 1, 99), new DayGroup("other", 3, 6000)),
                day.groups());
        assertEquals(
                List.of(),
                Stated.read(HexFormat.of().parseHex("60f0f0f400010012")).groups());
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
