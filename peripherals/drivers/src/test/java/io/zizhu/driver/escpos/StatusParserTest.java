package io.zizhu.driver.escpos;

import io.zizhu.tck.ParserKit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What a printer says, in bursts of any bytes cut anywhere. */
public class StatusParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        Ear ear = new Ear();
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(bytes.length - from, 1 + (bytes[from] & 0x1F));
            for (Said said :
                    ear.hear(Arrays.copyOfRange(bytes, from, from + length)).said()) {
                if (said instanceof Said.Pushed(int printer, int error, int roll)) {
                    new Condition(printer, error, roll).pulse();
                }
            }
            from += length;
        }
    }

    @Override
    protected List<byte[]> seeds() {
        HexFormat hex = HexFormat.of();
        return List.of(
                hex.parseHex("12"),
                hex.parseHex("1a127e"),
                hex.parseHex("10000000"),
                hex.parseHex("18000c0f"),
                hex.parseHex("37223132333400"),
                hex.parseHex("372500"),
                hex.parseHex("0c"));
    }
}
