package io.zizhu.driver.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.scan.Symbology;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** HID POS reports as makers print them, and as no maker would. */
class HidReportsTest {
    /** The example of a maker's manual: 60 bytes of a boarding pass in two reports. */
    private static final String PASS = "M1GATHERGOOD/MICHAEL YABCDEF LHRDURAK 3542 052Y003D23  00001";

    private final HidReports reports = new HidReports(HidLayout.USUAL);

    @Test
    void a_code_in_two_reports_is_one_code() {
        assertEquals(List.of(), reports.feed(report(2, 56, "]Q0", PASS.substring(0, 56), 1)));
        assertTrue(reports.torn());
        List<Raw> whole = reports.feed(report(2, 4, "]Q0", PASS.substring(56), 0));
        assertEquals(List.of(PASS), read(whole));
        assertEquals(Symbology.QR, whole.getFirst().symbology());
        assertFalse(reports.torn());
    }

    @Test
    void single_bytes_and_glued_reports_give_the_same_codes() {
        byte[] one = report(2, 5, "]C0", "first", 0);
        byte[] two = report(2, 6, "]z0", "second", 0);
        byte[] both = Arrays.copyOf(one, 128);
        System.arraycopy(two, 0, both, 64, 64);
        assertEquals(List.of("first", "second"), read(reports.feed(both)));
        for (byte next : Arrays.copyOf(one, 63)) {
            assertEquals(List.of(), reports.feed(new byte[] {next}));
        }
        assertEquals(List.of("first"), read(reports.feed(new byte[] {one[63]})));
    }

    @Test
    void reports_of_another_number_are_passed_over_and_a_length_that_cannot_be_spoils_its_code() {
        assertEquals(List.of(), reports.feed(report(3, 5, "]Q1", "other", 0)));
        assertEquals(0, reports.spoilt());
        assertEquals(List.of(), reports.feed(report(2, 57, "]Q1", "x", 1)));
        assertEquals(List.of(), reports.feed(report(2, 1, "]Q1", "x", 0)), "its tail goes with it");
        assertEquals(1, reports.spoilt());
        assertEquals(List.of("good"), read(reports.feed(report(2, 4, "]Q1", "good", 0))));
    }

    @Test
    void a_code_that_goes_on_for_ever_is_bounded_and_one_whose_rest_stays_away_is_given_up() {
        for (int i = 0; i < 1_000; i++) {
            assertEquals(List.of(), reports.feed(report(2, 56, "]Q1", "x".repeat(56), 1)));
        }
        assertEquals(List.of(), reports.feed(report(2, 1, "]Q1", "x", 0)));
        assertEquals(1, reports.spoilt());
        reports.feed(report(2, 56, "]Q1", "y".repeat(56), 1));
        reports.giveUp();
        assertEquals(List.of("z"), read(reports.feed(report(2, 1, "]Q1", "z", 0))));
    }

    @Test
    void a_disowned_beginning_takes_its_end_along() {
        reports.feed(report(2, 56, "]Q1", "x".repeat(56), 1));
        reports.disown();
        assertEquals(List.of(), reports.feed(report(2, 4, "]Q1", "tail", 0)));
        assertEquals(List.of("new"), read(reports.feed(report(2, 3, "]Q1", "new", 0))));
    }

    @Test
    void the_layout_is_a_setting_and_one_that_cannot_be_is_named() throws Exception {
        HidReports other = new HidReports(layout(Map.of(
                "report-id",
                "0",
                "report-bytes",
                "16",
                "length-at",
                "0",
                "symbology-at",
                "12",
                "data-at",
                "1",
                "data-bytes",
                "10",
                "continued-at",
                "0")));
        byte[] report = new byte[16];
        report[0] = 2;
        report[1] = 'h';
        report[2] = 'i';
        assertEquals(List.of("hi"), read(other.feed(report)));
        DeviceAway away =
                assertThrows(DeviceAway.class, () -> layout(Map.of("report-bytes", "32", "data-bytes", "40")));
        assertTrue(away.fault().detail().startsWith("devices/code-scanner/data-bytes"), away.fault()::detail);
    }

    @Test
    void random_bytes_neither_throw_nor_pile_up() {
        Random random = new Random(12);
        for (int round = 0; round < 5_000; round++) {
            byte[] chunk = new byte[random.nextInt(200)];
            random.nextBytes(chunk);
            if (chunk.length > 0 && random.nextBoolean()) {
                chunk[0] = 2;
            }
            for (Raw code : reports.feed(chunk)) {
                assertTrue(code.bytes().length <= Buffer.MOST);
            }
        }
        reports.giveUp();
        assertFalse(reports.torn());
    }

    private static HidLayout layout(Map<String, String> settings) throws DeviceAway {
        return HidLayout.of(new Binding(new DeviceId("code-scanner"), "scanner-hid", settings));
    }

    private static byte[] report(int id, int length, String aim, String data, int more) {
        byte[] report = new byte[64];
        report[0] = (byte) id;
        report[1] = (byte) length;
        System.arraycopy(aim.getBytes(US_ASCII), 0, report, 2, 3);
        System.arraycopy(data.getBytes(US_ASCII), 0, report, 5, data.length());
        report[63] = (byte) more;
        return report;
    }

    private static List<String> read(List<Raw> codes) {
        return codes.stream().map(code -> new String(code.bytes(), US_ASCII)).toList();
    }
}
