package io.zizhu.driver.training;

import io.zizhu.tck.ParserKit;
import java.util.List;
import java.util.Map;

/** Lines of the training line out of any bytes. */
public class SaidParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        Inflow inflow = new Inflow();
        inflow.put(bytes.clone());
        int lines = 0;
        while (inflow.next().isPresent()) {
            lines++;
        }
        if (lines > bytes.length) {
            throw new AssertionError("lines from nowhere");
        }
        Said.parse(bytes).ifPresent(said -> {
            if (said.word().isEmpty() || said.id() < 1) {
                throw new AssertionError("a line that says nothing");
            }
            said.texts("");
            said.bytes("template");
            said.wipe();
        });
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                Said.line("done", 7, Map.of("outcome", "captured", "quality", "78", "template", "Rk1SACAyMAA=")),
                Said.line("note", 1, Map.of("what", "张 三 %")),
                Said.line("still", 999_999_999, Map.of()),
                ">done 7 outcome=x #00000000".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
