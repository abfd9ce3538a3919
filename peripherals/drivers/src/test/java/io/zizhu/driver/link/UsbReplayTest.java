package io.zizhu.driver.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The USB link and usb4java's natives against a bus that umockdev plays, each time in a JVM of its own. It is a replay:
 * it shows that the link speaks to libusb as it should, not that a reader or printer of metal was ever met.
 */
@Timeout(60)
class UsbReplayTest {
    /** One vendor interface: OUT 02 and 06, IN 81 and 85, bulk, 64 bytes a packet. */
    private static final String SAM =
            "0904000004ff000000" + "07050202400000" + "07050602400000" + "07058102400000" + "07058502400000";

    /** One printer interface, two-way: OUT 01, IN 82; and a one-way alternate behind it. */
    private static final String PRINTER =
            "090400000207010200" + "07050102400000" + "07058202400000" + "090400010107010100" + "07050102400000";

    private static final String FIND = "send:aaaaaa96690003200122";

    @TempDir
    Path folder;

    private MockBus bus;

    @BeforeEach
    void bus() {
        assumeTrue(MockBus.installed(), "umockdev is not installed");
        bus = new MockBus(folder);
    }

    @Test
    void a_reader_is_opened_asked_for_a_card_and_answers_then_it_is_unplugged() throws Exception {
        bus.device("0400:c35a", SAM).answers("""
                USBDEVFS_REAPURBNDELAY 0 3 2 0 0 7 7 0 AAAAAA96690003
                 USBDEVFS_REAPURBNDELAY 0 3 6 0 0 3 3 0 200122
                  USBDEVFS_REAPURBNDELAY 0 3 129 0 0 64 7 0 AAAAAA96690008
                   USBDEVFS_REAPURBNDELAY 0 3 133 0 0 64 8 0 00009F0000000097
                    USBDEVFS_REAPURBNDELAY 0 3 2 -19 0 7 0 0 AAAAAA96690003
                """);
        assertEquals(
                List.of(
                        "open",
                        "send",
                        "aaaaaa96690008",
                        "00009f0000000097",
                        "LOST: usb 0400:c35a: unplugged",
                        "LOST: usb 0400:c35a: unplugged",
                        "closed"),
                bus.play(FIND, "receive:900", "receive:900", FIND, "receive:900"));
    }

    @Test
    void a_stall_is_garbled_and_leaves_the_link_open() throws Exception {
        bus.device("0400:c35a", SAM).answers("""
                USBDEVFS_REAPURBNDELAY 0 3 2 0 0 7 7 0 AAAAAA96690003
                 USBDEVFS_REAPURBNDELAY 0 3 6 0 0 3 3 0 200122
                  USBDEVFS_REAPURBNDELAY 0 3 129 -32 0 64 0 0\s
                   USBDEVFS_REAPURBNDELAY 0 3 129 0 0 64 7 0 AAAAAA96690008
                """);
        assertEquals(
                List.of("open", "send", "GARBLED: usb 0400:c35a: endpoint 81 stalled", "aaaaaa96690008", "closed"),
                bus.play(FIND, "receive:900", "receive:900"));
    }

    @Test
    void a_reader_that_says_nothing_runs_into_the_time_out_and_is_heard_afterwards() throws Exception {
        bus.device("0400:c35a", SAM)
                .happens(
                        MockBus.Urb.out(2, "aaaaaa96690003"),
                        MockBus.Urb.out(6, "200122"),
                        MockBus.Urb.in(0x81, "aaaaaa96690004"),
                        MockBus.Urb.in(0x85, "00008084"));
        assertEquals(
                List.of("open", "nothing for 300 ms", "drain", "send", "aaaaaa96690004", "00008084", "closed"),
                bus.play("receive:300", "drain", FIND, "receive:900", "receive:900"));
    }

    @Test
    void a_printer_is_found_by_its_class_and_tells_its_port() throws Exception {
        bus.device("0400:c35a", SAM)
                .device("04b8:0202", PRINTER)
                .happens(
                        MockBus.Urb.asked("a101000000000100", "30"),
                        MockBus.Urb.out(1, "100401"),
                        MockBus.Urb.in(0x82, "12"));
        assertEquals(
                List.of("open", "selected, paper empty, error", "send", "12", "closed"),
                bus.play("printer", "status", "send:100401", "receive:900"));
    }

    @Test
    void what_is_not_there_is_told_in_the_words_of_an_unplug_and_what_cannot_be_with_its_setting() throws Exception {
        assertEquals(List.of("LOST: usb 0400:c35a: unplugged", "closed"), bus.play());
        List<String> said = new MockBus(folder).device("0400:c35a", SAM).play("out=03", "in=81");
        assertTrue(
                said.getFirst().startsWith("MISCONFIGURED: devices/replayed/out: no bulk endpoint 03; interface 0 has"),
                said::toString);
        said = new MockBus(folder)
                .device("0400:c35a", SAM)
                .device("0400:c35a", SAM)
                .play();
        assertEquals(
                "MISCONFIGURED: devices/replayed/serial: 2 devices are usb 0400:c35a; say which one", said.getFirst());
    }
}
