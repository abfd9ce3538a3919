package io.zizhu.driver.training;

import io.zizhu.tck.ParserKit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Lines of the training line cut out of any bytes. */
public class TrainingParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        Inflow inflow = new Inflow();
        inflow.put(bytes.clone());
        for (Optional<Said> next = inflow.next(); next.isPresent(); next = inflow.next()) {
            if (!next.get().toString().startsWith(next.get().word())) {
                throw new AssertionError("a line that does not say its word");
            }
        }
        inflow.forget();
        if (inflow.garbled()) {
            throw new AssertionError("something stayed behind");
        }
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                ">done 1 media=present #00000000\n".getBytes(StandardCharsets.US_ASCII),
                ">pulse 7 a=%20b c= #ffffffff\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
