package io.zizhu.driver.zvt.apdu;

import io.zizhu.tck.ParserKit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** APDUs cut out of any bytes, bare and in frames, and all that is read within them. */
public class ApduParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        ApduStream stream = new ApduStream();
        stream.feed(bytes, bytes.length);
        int cut = 0;
        for (Optional<Apdu> next = stream.next(); next.isPresent(); next = stream.next()) {
            cut += 3 + next.get().data().length;
            read(next.get());
        }
        if (cut > bytes.length) {
            throw new AssertionError("more cut out than came in");
        }
        SerialFrame frames = new SerialFrame();
        for (byte each : bytes) {
            if (frames.take(each).orElse(null) instanceof SerialFrame.Event.Whole(Apdu apdu)) {
                read(apdu);
            }
        }
    }

    private static void read(Apdu apdu) {
        Fields fields = Fields.read(apdu.data());
        fields.bytes(Fields.TLV).map(Tlv::read).ifPresent(all -> all.forEach(Tlv::inside));
        fields.bytes(Fields.TOTALS).ifPresent(DayGroup::read);
        Masked.card(fields.text(Fields.CARD));
        Printed.of(apdu).ifPresent(Printed::lines);
        State.of(apdu.data());
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
                hex("06d315 0613 1f070102 250d 0704 66817220 0701 20 090181"),
                hex("10020601070400000000101010101003f304"),
                SerialFrame.wire(new Apdu(Apdu.PRINT_BLOCK, hex("0613 1f070102 250d 0704 66817220 0701 20 090181"))),
                hex("060f00"));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
