package io.zizhu.driver.scan;

import io.zizhu.driver.LineRig;
import io.zizhu.sim.peer.scan.ScanPeer;
import io.zizhu.tck.CodeScannerKit;
import io.zizhu.tck.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The same kit over a real serial line: jSerialComm at one end of a pseudo terminal, socat at the other. */
class ScannerSerialPtyKitTest extends CodeScannerKit {
    @TempDir
    Path folder;

    @Override
    protected Rig rig() throws Exception {
        return ScannerSerialKitTest.settled(
                LineRig.onPty(new ScanPeer(), new byte[] {'?'}, ScannerSerialDriver::new, folder));
    }
}
