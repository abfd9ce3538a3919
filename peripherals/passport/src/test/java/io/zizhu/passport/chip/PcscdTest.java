package io.zizhu.passport.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.passport.ChipPicture;
import io.zizhu.device.passport.ChipReading;
import io.zizhu.device.passport.PassportReader;
import io.zizhu.device.passport.TravelDocument;
import io.zizhu.device.passport.TravelDocument.Opened;
import io.zizhu.sim.peer.passport.Pcscd;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver as it is shipped, over Debian's pcscd and its virtual reader, with the software chip in it. */
@Timeout(60)
class PcscdTest {
    private PcscdRig rig;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Pcscd.installed(), "pcscd or vsmartcard-vpcd is not installed");
        rig = new PcscdRig();
    }

    @AfterEach
    void stop() throws Exception {
        if (rig != null) {
            rig.close();
        }
    }

    /** The JDK's own provider answers SCARD_E_NO_SERVICE for ever after the second line of this test. */
    @Test
    void a_document_is_read_by_BAC_before_and_after_the_daemon_was_restarted() throws Exception {
        rig.act("present", Map.of("person", "p01", "as", "bac"));
        PassportReader before = open(Map.of());
        assertRead(before, Opened.BAC);
        rig.act("unplug", Map.of());
        assertEquals(
                Fault.Kind.LOST,
                assertThrows(DeviceAway.class, before::pulse).fault().kind());
        before.close();
        DeviceAway none = assertThrows(DeviceAway.class, () -> open(Map.of()));
        assertEquals(Fault.Kind.LOST, none.fault().kind(), none::getMessage);
        rig.act("replug", Map.of());
        try (PassportReader after = open(Map.of())) {
            assertRead(after, Opened.BAC);
        }
    }

    @Test
    void a_document_is_read_by_PACE_in_commands_of_extended_length() throws Exception {
        rig.act("present", Map.of("person", "p01"));
        try (PassportReader reader = open(Map.of("block", "4000"))) {
            assertRead(reader, Opened.PACE);
        }
        int commands = rig.peer().tape().pieces().size() / 2;
        assertTrue(commands < 60, () -> commands + " commands for a picture of 22 kB");
    }

    @Test
    void a_daemon_that_hangs_holds_up_nobody() throws Exception {
        try (PassportReader reader = open(Map.of("silence-ms", "700"))) {
            assertEquals(Media.NOT_PRESENT, reader.pulse().media());
            rig.act("hang", Map.of("on", "true"));
            long start = System.nanoTime();
            assertEquals(
                    Fault.Kind.SILENT,
                    assertThrows(DeviceAway.class, reader::pulse).fault().kind());
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos());
            rig.act("hang", Map.of("on", "false"));
        }
        try (PassportReader reader = open(Map.of())) {
            assertEquals(Media.NOT_PRESENT, reader.pulse().media());
        }
    }

    @Test
    void a_reader_that_is_not_there_is_named() {
        DeviceAway none = assertThrows(DeviceAway.class, () -> open(Map.of("reader", "Feitian")));
        assertEquals(Fault.Kind.LOST, none.fault().kind());
        assertTrue(none.fault().detail().contains("\"Feitian\""), none::getMessage);
    }

    private PassportReader open(Map<String, String> more) throws DeviceAway {
        Binding binding = rig.binding();
        Map<String, String> settings = new HashMap<>(binding.settings());
        settings.putAll(more);
        return assertInstanceOf(
                PassportReader.class, rig.driver().open(new Binding(binding.id(), binding.driver(), settings)));
    }

    private static void assertRead(PassportReader reader, Opened how) throws DeviceAway {
        ChipReading reading = reader.read(Utopia.zone("p01"), Patience.of(Duration.ofSeconds(20)));
        TravelDocument document = assertInstanceOf(ChipReading.Document.class, reading, reading::toString)
                .document();
        assertEquals(how, document.opened());
        assertEquals(Utopia.zone("p01").number(), document.mrz().number());
        assertArrayEquals(
                Utopia.face("p01"),
                assertInstanceOf(ChipPicture.Shown.class, document.picture())
                        .portrait()
                        .jpeg());
    }
}
