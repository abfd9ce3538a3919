package io.zizhu.terminal.xfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zizhu.device.Fault;
import io.zizhu.device.scan.Content;
import io.zizhu.device.scan.Scanned;
import io.zizhu.device.scan.Symbology;
import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Code;
import io.zizhu.wire.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodesTest {
    @Test
    void a_code_is_told_in_the_standards_words_and_wiped() {
        Content content = Content.of("ZIZHU-TEST");
        Answer answer = Codes.answer(new Scanned.Code(Symbology.QR, content));
        assertEquals(
                Optional.of("{\"readOutput\":[{\"barcodeData\":\"WklaSFUtVEVTVA==\",\"symbology\":\"qrCode\","
                        + "\"symbologyName\":\"QR\"}]}"),
                answer.payload().map(Json::canonical));
        assertFalse(content.text().contains("ZIZHU"));
    }

    @Test
    void nothing_is_a_timeout_and_a_bad_print_is_told_from_a_scanner_in_trouble() {
        assertEquals(Code.TIME_OUT, Codes.answer(new Scanned.Nothing()).code());
        assertEquals(
                Code.COMMAND_ERROR_CODE,
                Codes.answer(new Scanned.Failed(new Fault(Fault.Kind.GARBLED, "torn")))
                        .code());
        assertEquals(
                Code.DEVICE_NOT_READY,
                Codes.answer(new Scanned.Failed(new Fault(Fault.Kind.LOST, "gone")))
                        .code());
    }
}
