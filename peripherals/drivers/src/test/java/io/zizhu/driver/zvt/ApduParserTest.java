package io.zizhu.driver.zvt;

import io.zizhu.tck.ParserKit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** APDUs cut out of any bytes, and the fields within them. */
public class ApduParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        ApduStream stream = new ApduStream();
        stream.feed(bytes, bytes.length);
        int cut = 0;
        for (Optional<Apdu> next = stream.next(); next.isPresent(); next = stream.next()) {
            cut += 3 + next.get().data().length;
            Fields.read(next.get().data());
        }
        if (cut > bytes.length) {
            throw new AssertionError("more cut out than came in");
        }
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                hex("800000"),
                hex("04ff010a"),
                hex(
                        "040f2c270004000000001250 0b000001 0c083151 0d1121 0e2812 170001 87 0001 8a06 8bf1f14d617374657263617264 00"),
                hex("06d1050048656c6c6f"),
                hex("06d3ff060125820100"),
                hex("060f00"));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
