package io.zizhu.driver.ups;

import io.zizhu.tck.ParserKit;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of upsd's answer, of any letters, and what the variables in them mean. */
public class NutParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        Map<String, String> variables = new HashMap<>();
        for (String text : new String(bytes, StandardCharsets.ISO_8859_1).split("\n")) {
            NutLine.cut(text).ifPresent(line -> {
                line.error();
                variables.put(line.word(2), line.word(3));
            });
        }
        NutStatus.of(variables);
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                "VAR kiosk ups.status \"OB LB\"\nVAR kiosk battery.charge \"12.5\"\n"
                        .getBytes(StandardCharsets.US_ASCII),
                "VAR kiosk battery.runtime \"99999999999\"\nVAR kiosk ups.status \"OL\"\n"
                        .getBytes(StandardCharsets.US_ASCII),
                "ERR DATA-STALE\n".getBytes(StandardCharsets.US_ASCII),
                "VAR a b \"c \\\" \\\\ d\"\n".getBytes(StandardCharsets.US_ASCII));
    }
}
