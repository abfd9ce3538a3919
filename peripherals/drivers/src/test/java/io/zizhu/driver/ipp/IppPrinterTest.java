package io.zizhu.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.ipp.IppPeer;
import io.zizhu.tck.Rig;
import io.zizhu.tck.SheetPrinterKit;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IppPrinterTest extends SheetPrinterKit {
    private static final int TRAY = 50;

    @TempDir
    private Path folder;

    private IppPeer peer;

    @Override
    protected Rig rig() {
        peer = new IppPeer(0, folder);
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
}
