package io.zizhu.driver.scan;

import io.zizhu.driver.LineRig;
import io.zizhu.driver.link.HidrawLink;
import io.zizhu.sim.peer.scan.Fifo;
import io.zizhu.sim.peer.scan.HidScanPeer;
import io.zizhu.tck.CodeScannerKit;
import io.zizhu.tck.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The kit over a FIFO in place of {@code /dev/hidraw}: nothing can be asked there, so a hang is only silence. */
class ScannerHidKitTest extends CodeScannerKit {
    @TempDir
    Path folder;

    @Override
    protected Rig rig() throws Exception {
        return LineRig.on(
                        new Fifo(folder.resolve("hidraw")),
                        HidrawLink::plug,
                        new HidScanPeer(),
                        new byte[] {0},
                        ScannerHidDriver::new)
                .without("hang", "second");
    }
}
