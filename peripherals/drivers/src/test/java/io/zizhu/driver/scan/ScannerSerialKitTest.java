package io.zizhu.driver.scan;

import io.zizhu.driver.LineRig;
import io.zizhu.sim.peer.scan.ScanPeer;
import io.zizhu.tck.CodeScannerKit;
import io.zizhu.tck.Rig;

/** The scanner's kit over a line in memory, which is nobody's alone. */
class ScannerSerialKitTest extends CodeScannerKit {
    @Override
    protected Rig rig() throws Exception {
        return settled(LineRig.inMemory(new ScanPeer(), new byte[] {'?'}, ScannerSerialDriver::new))
                .without("second");
    }

    static LineRig settled(LineRig rig) {
        return rig.with("aim", "yes").with("ask", "3F").with("answer", "21");
    }
}
