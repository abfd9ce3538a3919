package io.zizhu.terminal.xfs.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.wire.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    private static final Request READ =
            new Request("CardReader.ReadRawData", 123456, "2.0", Duration.ofSeconds(5), Json.Obj.EMPTY);

    @Test
    void the_published_example_is_understood() {
        var heard =
                Heard.of("{\"header\":{\"name\":\"CardReader.ReadRawData\",\"requestId\":123456,\"type\":\"command\","
                        + "\"version\":\"2.0\",\"timeout\":5000},\"payload\":{\"track1\":true}}");
        Request request = assertInstanceOf(Heard.Command.class, heard).request();
        assertEquals("CardReader.ReadRawData 123456 2.0 PT5S", said(request));
        assertEquals("{\"track1\":true}", request.payload().canonical());
    }

    @Test
    void a_timeout_and_a_payload_that_are_missing_or_null_are_none() {
        for (String rest :
                new String[] {"}", ",\"timeout\":null},\"payload\":null", ",\"timeout\":0},\"payload\":{}"}) {
            var heard = Heard.of("{\"header\":{\"name\":\"Common.Status\",\"requestId\":1,\"type\":\"command\","
                    + "\"version\":\"2.0\"" + rest + "}");
            assertEquals(
                    "Common.Status 1 2.0 PT0S",
                    said(assertInstanceOf(Heard.Command.class, heard).request()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nonsense | INVALID_MESSAGE |  |",
                "[] | INVALID_MESSAGE |  |",
                "{\"header\":{}} | INVALID_MESSAGE |  |",
                "{\"header\":{\"name\":\"Common.Status\",\"requestId\":7,\"type\":\"event\",\"version\":\"2.0\"}}"
                        + " | INVALID_MESSAGE | Common.Status | 7",
                "{\"header\":{\"name\":\"Common.Status\",\"requestId\":7,\"type\":\"command\",\"version\":\"two\"}}"
                        + " | INVALID_MESSAGE | Common.Status | 7",
                "{\"header\":{\"name\":\"Common.Status\",\"requestId\":7,\"type\":\"command\",\"version\":\"2.0\",\"timeout\":-1}}"
                        + " | INVALID_MESSAGE | Common.Status | 7",
                "{\"header\":{\"name\":\"Common.Status\",\"requestId\":0,\"type\":\"command\",\"version\":\"2.0\"}}"
                        + " | INVALID_REQUEST_ID | Common.Status |",
                "{\"header\":{\"name\":\"Common.Status\",\"requestId\":\"7\",\"type\":\"command\",\"version\":\"2.0\"}}"
                        + " | INVALID_REQUEST_ID | Common.Status |",
                "{\"header\":{\"name\":\"Common.Status\",\"requestId\":1.5,\"type\":\"command\",\"version\":\"2.0\"}}"
                        + " | INVALID_REQUEST_ID | Common.Status |",
                "{\"header\":{\"name\":\"Common.Status\",\"requestId\":2147483648,\"type\":\"command\",\"version\":\"2.0\"}}"
                        + " | INVALID_REQUEST_ID | Common.Status |",
            })
    void what_cannot_be_begun_says_why_and_whose_it_was(String text, Refusal refusal, String name, Integer id) {
        var unclear = assertInstanceOf(Heard.Unclear.class, Heard.of(text));
        assertEquals(refusal, unclear.refusal(), unclear.why());
        assertEquals(Optional.ofNullable(name), unclear.name());
        assertEquals(Optional.ofNullable(id), unclear.id());
    }

    @Test
    void the_envelopes_are_spelt_as_the_standard_spells_them() {
        assertEquals(
                "{\"header\":{\"name\":\"CardReader.ReadRawData\",\"requestId\":123456,\"type\":\"acknowledge\",\"version\":\"2.0\"}}",
                Message.acknowledgement(READ).canonical());
        assertEquals(
                "{\"header\":{\"name\":\"CardReader.ReadRawData\",\"requestId\":123456,\"status\":\"tooManyRequests\","
                        + "\"type\":\"acknowledge\",\"version\":\"2.0\"}}",
                Message.refusal(READ, Refusal.TOO_MANY_REQUESTS).canonical());
        assertEquals(
                "{\"header\":{\"name\":\"Common.Acknowledge\",\"status\":\"invalidMessage\",\"type\":\"acknowledge\",\"version\":\"1.0\"}}",
                Message.refusal((Heard.Unclear) Heard.of("nonsense")).canonical());
        assertEquals(
                "{\"header\":{\"completionCode\":\"success\",\"name\":\"CardReader.ReadRawData\",\"requestId\":123456,"
                        + "\"type\":\"completion\",\"version\":\"2.0\"}}",
                Message.completion(READ, "2.0", Answer.done()).canonical());
        assertEquals(
                "{\"header\":{\"completionCode\":\"commandErrorCode\",\"errorDescription\":\"MEDIA: empty\","
                        + "\"name\":\"CardReader.ReadRawData\",\"requestId\":123456,\"type\":\"completion\",\"version\":\"3.0\"},"
                        + "\"payload\":{\"errorCode\":\"paperOut\"}}",
                Message.completion(READ, "3.0", Answer.error("paperOut", "MEDIA: empty"))
                        .canonical());
        assertEquals(
                "{\"header\":{\"name\":\"Common.StatusChangedEvent\",\"type\":\"unsolicited\",\"version\":\"3.0\"},"
                        + "\"payload\":{\"common\":{\"device\":\"noDevice\"}}}",
                Message.unsolicited(
                                new Verb("Common.StatusChangedEvent", "3.0"),
                                Json.Obj.EMPTY.with("common", Json.Obj.EMPTY.with("device", "noDevice")))
                        .canonical());
    }

    @Test
    void the_first_number_of_a_version_decides_whether_it_says_the_same() {
        Verb verb = new Verb("CardReader.ReadRawData", "2.1");
        assertEquals(true, READ.is(verb));
        assertEquals(false, READ.is(new Verb("CardReader.ReadRawData", "3.0")));
    }

    private static String said(Request request) {
        return request.name() + " " + request.id() + " " + request.version() + " " + request.timeout();
    }
}
