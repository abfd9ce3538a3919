package io.zizhu.passport.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.passport.Authenticity.Finding;
import io.zizhu.device.passport.ChipPicture;
import io.zizhu.device.passport.ChipReading;
import io.zizhu.device.passport.PassportReader;
import io.zizhu.device.passport.TravelDocument;
import io.zizhu.sim.peer.passport.PassportPeer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the driver does beyond its kit: whom it trusts, long files, and what it leaves alone. */
class PcscPassportDriverTest {
    private static final Instant TODAY = Instant.parse("2026-11-21T12:00:00Z");

    private final PassportPeer peer = Utopia.peer();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void a_signer_counts_only_under_an_authority_that_was_given_and_while_both_are_valid() throws Exception {
        peer.act("present", Map.of("person", "p01"));
        assertEquals(Finding.NOT_CHECKED, read(Map.of(), TODAY).authenticity().signer());
        Files.write(folder.resolve("utopia.cer"), peer.authority());
        Map<String, String> trusting = Map.of("csca", folder.toString());
        assertTrue(read(trusting, TODAY).authenticity().proved());
        assertEquals(
                Finding.CONTRADICTED,
                read(trusting, Instant.parse("2051-01-01T00:00:00Z"))
                        .authenticity()
                        .signer());
        try (PassportPeer impostor = Utopia.peer()) { // the same names, other keys
            Files.write(folder.resolve("utopia.cer"), impostor.authority());
        }
        assertTrue(read(trusting, TODAY).authenticity().disproved());
    }

    @Test
    void a_file_that_is_no_certificate_is_named() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "no certificate");
        DeviceAway wrong = assertThrows(DeviceAway.class, () -> open(Map.of("csca", folder.toString()), TODAY));
        assertEquals(Fault.Kind.MISCONFIGURED, wrong.fault().kind());
        assertTrue(wrong.fault().detail().matches("devices/passport-reader/csca: .*notes.txt.*"), wrong::getMessage);
    }

    /** 46 kB: beyond the 32 kB that an offset of READ BINARY reaches. */
    @Test
    void a_picture_beyond_the_reach_of_a_short_offset_is_read_whole() throws Exception {
        peer.act("present", Map.of("person", "p01", "picture", "live-1"));
        byte[] expected = Files.readAllBytes(Utopia.people().named("p01").picture("live-1"));
        assertTrue(expected.length > 0x8000);
        for (String block : new String[] {"224", "20000"}) {
            TravelDocument document = read(Map.of("block", block), TODAY);
            assertArrayEquals(
                    expected,
                    assertInstanceOf(ChipPicture.Shown.class, document.picture(), block)
                            .portrait()
                            .jpeg());
            assertEquals(Finding.CONFIRMED, document.authenticity().content());
        }
    }

    @Test
    void nothing_of_a_document_is_printed_and_no_provider_is_registered() throws Exception {
        PrintStream out = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String providers = Arrays.toString(Security.getProviders());
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            for (String as : new String[] {"bac", "pace", "corrupt-dg2", "forged"}) {
                peer.act("present", Map.of("person", "p01", "as", as));
                read(Map.of(), TODAY);
            }
        } finally {
            System.setErr(out);
        }
        String text = said.toString(StandardCharsets.UTF_8);
        assertFalse(
                text.contains("SPECIMEN") || text.contains(Utopia.zone("p01").number()), text);
        assertEquals(providers, Arrays.toString(Security.getProviders()));
    }

    @Test
    void the_service_loader_finds_it_once() {
        assertEquals(
                1,
                ServiceLoader.load(Driver.class).stream()
                        .filter(each -> each.get().id().equals("pcsc-passport"))
                        .count());
    }

    private PassportReader open(Map<String, String> settings, Instant now) throws DeviceAway {
        Map<String, String> all = new HashMap<>(settings);
        all.put("poll-ms", "20");
        MemoryReader reader = new MemoryReader(peer.slot());
        Driver driver = new PcscPassportDriver(socket -> reader.connect(), InstantSource.fixed(now));
        return assertInstanceOf(
                PassportReader.class, driver.open(new Binding(new DeviceId("passport-reader"), driver.id(), all)));
    }

    private TravelDocument read(Map<String, String> settings, Instant now) throws DeviceAway {
        try (PassportReader reader = open(settings, now)) {
            ChipReading reading = reader.read(Utopia.zone("p01"), Patience.of(Duration.ofSeconds(20)));
            return assertInstanceOf(ChipReading.Document.class, reading, reading::toString)
                    .document();
        }
    }
}
