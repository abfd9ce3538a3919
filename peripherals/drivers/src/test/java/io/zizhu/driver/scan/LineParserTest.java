package io.zizhu.driver.scan;

import io.zizhu.tck.ParserKit;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Codes cut out of lines of any bytes, with and without AIM identifiers. */
public class LineParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (boolean aim : new boolean[] {true, false}) {
            Lines lines = new Lines(aim);
            for (Raw raw : lines.feed(bytes.clone())) {
                Letters.of(raw.bytes(), StandardCharsets.UTF_8);
            }
            if (lines.torn()) {
                lines.giveUp();
            }
            lines.wipe();
        }
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                "6901234567892\r".getBytes(StandardCharsets.US_ASCII),
                "]Q1https://example.org/支付\r\n".getBytes(StandardCharsets.UTF_8),
                "\n\n\r".getBytes(StandardCharsets.US_ASCII));
    }
}
