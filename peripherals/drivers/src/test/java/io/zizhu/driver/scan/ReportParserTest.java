package io.zizhu.driver.scan;

import io.zizhu.tck.ParserKit;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Codes cut out of HID POS reports of any bytes, and read as letters. */
public class ReportParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        HidReports reports = new HidReports(HidLayout.USUAL);
        for (Raw raw : reports.feed(bytes.clone())) {
            Letters.of(raw.bytes(), StandardCharsets.UTF_8);
        }
        if (reports.torn()) {
            reports.giveUp();
        }
        reports.wipe();
        if (reports.torn()) {
            throw new AssertionError("something stayed behind");
        }
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(report("]Q1", "https://example.org/pay/1", false), report("]E0", "6901234567892", true));
    }

    private static byte[] report(String aim, String code, boolean more) {
        byte[] report = new byte[64];
        report[0] = 2;
        report[1] = (byte) code.length();
        System.arraycopy(aim.getBytes(StandardCharsets.US_ASCII), 0, report, 2, 3);
        System.arraycopy(code.getBytes(StandardCharsets.US_ASCII), 0, report, 5, code.length());
        report[63] = (byte) (more ? 1 : 0);
        return report;
    }
}
