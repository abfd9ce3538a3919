package io.zizhu.driver.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.driver.link.MockBus;
import io.zizhu.driver.link.MockBus.Urb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole card over libusb: driver, link and native against a recording that umockdev plays to a JVM of its own, every
 * byte that goes out compared. A synthetic card, and a replay: no reader of metal.
 */
@Timeout(60)
class SamReplayTest {
    /** One vendor interface: OUT 02 and 06, IN 81 and 85, bulk, 64 bytes a packet. */
    private static final String INTERFACE =
            "0904000004ff000000" + "07050202400000" + "07050602400000" + "07058102400000" + "07058502400000";

    private static final int PACKET = 128; // in digits

    @TempDir
    Path folder;

    @Test
    void a_card_with_two_fingers_is_read_through_the_real_library() throws Exception {
        assumeTrue(MockBus.installed(), "umockdev is not installed");
        byte[] body = new byte[6 + 256 + 1024 + 1024];
        body[0] = 1;
        body[2] = 4;
        body[4] = 4;
        System.arraycopy(CardTextTest.citizen(), 0, body, 6, 256);
        System.arraycopy(HexFormat.of().parseHex("aaaaaa9669000400009094"), 0, body, 700, 11); // within the photo
        List<Urb> recording = new ArrayList<>();
        said(recording, Command.STATUS, 0x90, new byte[0]);
        said(
                recording,
                Command.SAM_ID,
                0x90,
                HexFormat.of().parseHex("05000300" + "01293501" + "2a000000" + "67120000"));
        said(recording, Command.FIND, 0x9F, new byte[4]);
        said(recording, Command.SELECT, 0x90, new byte[8]);
        said(recording, Command.READ_WITH_FINGERS, 0x90, body);
        List<String> lines = new MockBus(folder)
                .device("0400:c35a", INTERFACE)
                .happens(recording.toArray(Urb[]::new))
                .play(SamReplay.class);
        assertEquals(
                List.of("{sam-id=05.03-20261121-0000000042-0000004711}", "CITIZEN 2 NOT_DECODED [withheld]"), lines);
    }

    /** One question and its answer, cut as the SAM_V paper cuts them over four endpoints. */
    private static void said(List<Urb> recording, Command command, int status, byte[] data) {
        String question = HexFormat.of().formatHex(command.frame());
        recording.add(Urb.out(0x02, question.substring(0, 14)));
        recording.add(Urb.out(0x06, question.substring(14)));
        String answer = HexFormat.of().formatHex(FramesTest.answer(status, data));
        recording.add(Urb.in(0x81, answer.substring(0, 14)));
        for (int at = 14; at < answer.length(); at += PACKET) {
            recording.add(Urb.in(0x85, answer.substring(at, Math.min(answer.length(), at + PACKET))));
        }
    }
}
