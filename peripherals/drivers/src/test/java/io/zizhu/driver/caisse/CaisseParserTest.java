package io.zizhu.driver.caisse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.tck.ParserKit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records of Caisse-AP, from real forms and from any bytes. */
public class CaisseParserTest extends ParserKit {
    private static final String ANSWER = "CZ0040300CJ012012345678901CA00201CD0010CE003978BA0010CB00412" + "50AE00210"
            + "CC00300BCI0012AC006123456AA016497010######1234AB0042812CG006424242";

    public static void fuzzerTestOneInput(byte[] bytes) {
        CaisseMessage.Heard heard = CaisseMessage.read(bytes);
        if (heard.end() > bytes.length) {
            throw new AssertionError("more read than came in");
        }
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(ANSWER), bytes("CZ0040300CJ012012345678901CA00201CD0010CE003978AE00201AF00209"), bytes("CZ"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void a_question_is_written_record_by_record_and_begins_with_its_version() {
        CaisseMessage question = CaisseMessage.begin()
                .with("CJ", "012345678901")
                .with("CA", "01")
                .with("CB", "1250")
                .with("CD", "0")
                .with("CE", "978");
        assertEquals(
                "CZ0040300CJ012012345678901CA00201CB0041250CD0010CE003978",
                new String(question.wire(), StandardCharsets.US_ASCII));
        assertEquals("[CZ, CJ, CA, CB, CD, CE]", question.toString(), "tags only");
    }

    /** Seen in the field: an answer cut by TCP was taken for the whole, and an approved payment for none. */
    @Test
    void an_answer_is_not_over_while_a_record_is_open() {
        byte[] whole = bytes(ANSWER);
        int records = 0;
        for (int length = 1; length <= whole.length; length++) {
            CaisseMessage.Heard heard = CaisseMessage.read(Arrays.copyOf(whole, length));
            assertTrue(!heard.broken() && heard.end() <= length, "after " + length + " bytes");
            records += heard.end() == length ? 1 : 0;
        }
        assertEquals(14, records);
        CaisseMessage answer = CaisseMessage.read(whole).messages().getFirst();
        assertEquals(Optional.of("10"), answer.find("AE"));
        assertEquals(Optional.of("424242"), answer.find("CG"));
    }

    @Test
    void two_messages_in_one_piece_are_two_and_what_is_no_record_is_broken() {
        CaisseMessage.Heard both = CaisseMessage.read(bytes("CZ0040300AE00211" + ANSWER));
        assertEquals(2, both.messages().size());
        assertEquals(Optional.of("11"), both.messages().getFirst().find("AE"));
        for (String text : List.of("AE00210", "CZ0x40300", "CZ0040300A", "CZ0040300ae00210", "\u00a5CZ")) {
            boolean open = text.equals("CZ0040300A");
            assertEquals(
                    !open,
                    CaisseMessage.read(text.getBytes(StandardCharsets.ISO_8859_1))
                            .broken(),
                    text);
        }
    }
}
