package io.zizhu.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.ipp.IppPeer;
import io.zizhu.tck.Await;
import io.zizhu.tck.Rig;
import io.zizhu.tck.SheetPrinterKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IppPrinterTest extends SheetPrinterKit {
    private static final int TRAY = 50;

    @TempDir
    private Path folder;

    private IppPeer peer;

    @Override
    protected Rig rig() {
        peer = new IppPeer(0, folder, Duration.ofMillis(300));
        return new PeerRig(new IppDriver(), peer);
    }

    @Override
    protected boolean printing() {
        return peer.state() == Status.DEVICE_BUSY;
    }

    @Override
    protected int documents() {
        return peer.out().size();
    }

    @Override
    protected int sheets() {
        return TRAY - peer.paper();
    }

    @Test
    void the_document_arrives_octet_for_octet() throws Exception {
        try (SheetPrinter printer = (SheetPrinter) far().driver().open(far().binding())) {
            printer.print("certificate", PDF, Patience.ofMillis(20_000));
        }
        assertArrayEquals(PDF, peer.out().getFirst().bytes());
        assertEquals("application/pdf", peer.out().getFirst().type());
        assertArrayEquals(PDF, Files.readAllBytes(folder.resolve("certificate-001.pdf")));
    }

    @Test
    void whatever_http_or_ipp_gets_wrong_before_the_document_prints_nothing() throws Exception {
        try (SheetPrinter printer = printer("here")) {
            peer.act("http", Map.of("status", "500"));
            assertEquals(Fault.Kind.GARBLED, refused(printer).kind());
            peer.act("clear", Map.of());
            peer.act("half", Map.of());
            assertEquals(Fault.Kind.LOST, refused(printer).kind());
            peer.act("clear", Map.of());
            peer.act("mixup", Map.of());
            Fault fault = refused(printer);
            assertEquals(Fault.Kind.GARBLED, fault.kind());
            assertTrue(fault.detail().contains("answer is to question"), fault::detail);
            peer.act("clear", Map.of());
            assertEquals(0, sheets());
            assertInstanceOf(Sheet.Out.class, print(printer));
        }
    }

    @Test
    void a_printer_that_tells_of_another_job_is_not_believed() throws Exception {
        try (SheetPrinter printer = printer("here")) {
            peer.act("mistake", Map.of());
            Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, print(printer));
            assertEquals(Fault.Kind.GARBLED, unknown.fault().kind());
            Await.fact("a document", peer::about, () -> documents() == 1);
            peer.act("clear", Map.of());
            assertInstanceOf(Sheet.Out.class, printer.follow(unknown.job(), Patience.ofMillis(3_000)));
            assertEquals(1, documents());
        }
    }

    @Test
    void a_job_of_another_name_under_our_number_is_not_believed() throws Exception {
        try (SheetPrinter printer = printer("here")) {
            peer.act("misname", Map.of());
            Sheet.Unknown unknown = assertInstanceOf(Sheet.Unknown.class, print(printer));
            assertEquals(Fault.Kind.GARBLED, unknown.fault().kind());
            assertTrue(unknown.fault().detail().contains("not the one we sent"), unknown::toString);
            Await.fact("a document", peer::about, () -> documents() == 1);
            assertInstanceOf(Sheet.Refused.class, printer.recall("certificate", Patience.ofMillis(3_000)));
            peer.act("clear", Map.of());
            assertInstanceOf(Sheet.Out.class, printer.recall("certificate", Patience.ofMillis(3_000)));
        }
    }

    @Test
    void a_job_that_is_still_printed_when_it_is_recalled_is_taken_back() throws Exception {
        try (SheetPrinter after = printer("here");
                SheetPrinter before = printer("here")) {
            CompletableFuture<Sheet> first = CompletableFuture.supplyAsync(() -> print(before));
            Await.fact("the job", peer::about, this::printing);
            assertInstanceOf(Sheet.Jammed.class, after.recall("certificate", Patience.ofMillis(3_000)));
            assertInstanceOf(Sheet.Jammed.class, first.join());
            assertEquals(0, documents());
        }
    }

    @Test
    void jobs_of_others_are_left_alone_and_waited_for() throws Exception {
        try (SheetPrinter theirs = printer("next-door")) {
            CompletableFuture<Sheet> first = CompletableFuture.supplyAsync(() -> print(theirs));
            Await.fact("their job", peer::about, this::printing);
            try (SheetPrinter ours = printer("here")) {
                assertInstanceOf(Sheet.Out.class, print(ours));
            }
            assertInstanceOf(Sheet.Out.class, first.join());
            assertEquals(2, documents());
        }
    }

    /** Beside the keeper's own, under another name: else each would take back what the other left. */
    private SheetPrinter printer(String user) throws DeviceAway {
        Map<String, String> settings = Map.of("uri", peer.settings().get("uri"), "user", user);
        return (SheetPrinter) far().driver().open(new Binding(far().binding().id(), "ipp", settings));
    }

    private static Fault refused(SheetPrinter printer) {
        return assertInstanceOf(Sheet.Refused.class, print(printer)).fault();
    }

    private static Sheet print(SheetPrinter printer) {
        try {
            return printer.print("certificate", PDF, Patience.ofMillis(15_000));
        } catch (DeviceAway away) {
            throw new AssertionError(away);
        }
    }
}
