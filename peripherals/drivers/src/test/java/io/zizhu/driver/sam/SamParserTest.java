package io.zizhu.driver.sam;

import io.zizhu.tck.ParserKit;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** SAM_V frames cut out of any bytes, and the card's text within them. */
public class SamParserTest extends ParserKit {
    public static void fuzzerTestOneInput(byte[] bytes) {
        Frames frames = new Frames();
        frames.feed(bytes).forEach(answer -> text(answer.data()));
        text(bytes);
        fingers(bytes);
        SamId.of(bytes);
    }

    private static void fingers(byte[] data) {
        try {
            if (512 * Body.cutWithFingers(data).templates().size() > data.length) {
                throw new AssertionError("fingers from nowhere");
            }
            if (CardText.newAddress(data).isBlank()) {
                throw new AssertionError("an empty address is none");
            }
        } catch (CardText.Garbled said) {
            if (String.valueOf(said.getMessage()).isBlank()) {
                throw new AssertionError("a technician is told nothing", said);
            }
        }
    }

    private static void text(byte[] data) {
        try {
            CardText.parse(Body.cut(data).text(), Optional.empty());
        } catch (CardText.Garbled | CardText.UnknownKind said) {
            if (String.valueOf(said.getMessage()).isBlank()) {
                throw new AssertionError("a technician is told nothing", said);
            }
        }
    }

    @Override
    protected List<byte[]> seeds() {
        String text = "张".repeat(1) + " ".repeat(14) + "1" + "01" + "19900101" + "路".repeat(35) + "11010519491231002X"
                + "局".repeat(15) + "20200101" + "20400101" + " ".repeat(18);
        byte[] body = new byte[4 + 256 + 1024];
        body[0] = 1;
        body[2] = 4;
        System.arraycopy(text.getBytes(StandardCharsets.UTF_16LE), 0, body, 4, 256);
        return List.of(
                HexFormat.of().parseHex("aaaaaa96690008" + "00009f" + "00000000" + "97"),
                HexFormat.of().parseHex("aaaaaa96690004" + "000080" + "84"),
                HexFormat.of().parseHex("aaaaaa9669000505050505"),
                body,
                framed(body));
    }

    private static byte[] framed(byte[] body) {
        int length = body.length + 4;
        byte[] frame = new byte[7 + length];
        byte[] head = HexFormat.of().parseHex("aaaaaa9669");
        System.arraycopy(head, 0, frame, 0, 5);
        frame[5] = (byte) (length >> 8);
        frame[6] = (byte) length;
        frame[9] = (byte) 0x90;
        System.arraycopy(body, 0, frame, 10, body.length);
        for (int i = 5; i < frame.length - 1; i++) {
            frame[frame.length - 1] ^= frame[i];
        }
        return frame;
    }
}
