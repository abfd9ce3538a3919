package io.zizhu.passport;

import io.zizhu.tck.ParserKit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Machine readable zones of any letters, with the specimens of ICAO 9303 as seeds. */
public class MrzFuzzTest extends ParserKit {
    private static final MrzParser PARSER = new MrzParser(LocalDate.of(2026, 11, 21));

    public static void fuzzerTestOneInput(byte[] bytes) {
        PARSER.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                ascii("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<" + "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
                ascii("I<UTOD231458907<<<<<<<<<<<<<<<" + "7408122F1204159UTO<<<<<<<<<<<6"
                        + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"),
                ascii("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "D231458907UTO7408122F1204159<<<<<<<6"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
