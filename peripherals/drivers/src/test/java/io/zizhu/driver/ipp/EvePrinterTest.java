package io.zizhu.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.SheetPrinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same driver against a printer that somebody else wrote; skipped, with its reason, where that does not start. */
final class EvePrinterTest {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    @Timeout(90)
    void ippeveprinter_prints_once_says_when_it_jams_and_is_not_asked_to_print_over_a_jam() throws Exception {
        try (EvePrinter eve = new EvePrinter(folder);
                SheetPrinter printer = (SheetPrinter) new IppDriver().open(eve.binding())) {
            Pulse well = printer.pulse();
            assertEquals(Pulse.well(Media.FULL).with(well.supplies()), well);
            assertEquals(Media.FULL, well.supplies().get(Spot.TONER), "read from its printer-supply");
            Sheet.Out out =
                    assertInstanceOf(Sheet.Out.class, printer.print("certificate", PDF, Patience.ofMillis(20_000)));
            assertArrayEquals(PDF, eve.only().orElseThrow());
            assertEquals(out, printer.follow(out.job(), Patience.ofMillis(3_000)));
            assertInstanceOf(Sheet.Unknown.class, printer.follow("4711", Patience.ofMillis(3_000)));

            assertEquals(out, printer.recall("certificate", Patience.ofMillis(3_000)));
            assertInstanceOf(Sheet.Refused.class, printer.recall("never sent", Patience.ofMillis(3_000)));

            eve.jam(true);
            Sheet.Jammed jammed =
                    assertInstanceOf(Sheet.Jammed.class, printer.print("certificate", PDF, Patience.ofMillis(20_000)));
            assertTrue(jammed.fault().detail().contains("aborted-by-system"), jammed.toString());
            assertEquals(Media.JAMMED, printer.pulse().media());
            Sheet.Refused refused =
                    assertInstanceOf(Sheet.Refused.class, printer.print("certificate", PDF, Patience.ofMillis(20_000)));
            assertEquals(Fault.Kind.MEDIA, refused.fault().kind());
            assertArrayEquals(PDF, eve.only().orElseThrow(), "still only the first document came out");
        }
    }
}
