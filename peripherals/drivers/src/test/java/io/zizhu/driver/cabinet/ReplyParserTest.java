package io.zizhu.driver.cabinet;

import io.zizhu.driver.cabinet.Question.Function;
import io.zizhu.tck.ParserKit;
import java.util.HexFormat;
import java.util.List;

/** Answers found among any bytes: of the length that was asked for, or none. */
public class ReplyParserTest extends ParserKit {
    private static final List<Question> ASKED = List.of(
            new Question(1, Function.READ_INPUTS, 0, 8),
            new Question(1, Function.READ_COILS, 3, 13),
            new Question(1, Function.READ_REGISTERS, 0, 3),
            new Question(1, Function.WRITE_COIL, 0, Question.ON));

    public static void fuzzerTestOneInput(byte[] bytes) {
        for (Question question : ASKED) {
            if (Reply.find(bytes, bytes.length, question) instanceof Reply.Data(byte[] data)
                    && data.length != question.bytes()) {
                throw new AssertionError("an answer of another length");
            }
        }
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(hex("01020105618b"), hex("01050000ff008c3a"), hex("0103060000000100020000"), hex("018204c1a3"));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
