package io.zizhu.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.ipp.IppPeer;
import io.zizhu.tck.SheetPrinterKit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IppPrinterTest extends SheetPrinterKit {
    private static final int TRAY = 50;

    @TempDir
    private Path folder;

    private IppPeer peer;

    @Override
    protected void plugIn() {
        peer = new IppPeer(0, folder);
    }

    @Override
    protected void takeAway() {
        peer.close();
    }

    @Override
    protected Driver driver() {
        return new IppDriver();
    }

    @Override
    protected Binding binding() {
        return new Binding(new DeviceId(peer.id()), peer.driver(), peer.settings());
    }

    @Override
    protected boolean printing() {
        return peer.state() == Status.DEVICE_BUSY;
    }

    @Override
    protected void act(String act) {
        boolean reason = act.contains("-");
        play(reason ? "fault" : act, reason ? Map.of("reason", act) : Map.of());
    }

    @Override
    protected void plain() {
        play("plain", Map.of());
    }

    private void play(String act, Map<String, String> with) {
        try {
            peer.act(act, with);
        } catch (Refused refused) {
            throw new AssertionError(refused);
        }
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
        try (SheetPrinter printer = (SheetPrinter) driver().open(binding())) {
            printer.print("certificate", PDF, Patience.ofMillis(20_000));
        }
        assertArrayEquals(PDF, peer.out().getFirst().bytes());
        assertEquals("application/pdf", peer.out().getFirst().type());
        assertArrayEquals(PDF, Files.readAllBytes(folder.resolve("certificate-001.pdf")));
    }
}
