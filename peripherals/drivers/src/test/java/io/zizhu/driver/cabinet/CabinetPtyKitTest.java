package io.zizhu.driver.cabinet;

import io.zizhu.driver.LineRig;
import io.zizhu.tck.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The same kit over a real serial line: jSerialComm at one end of a pseudo terminal, socat at the other. */
class CabinetPtyKitTest extends CabinetKitTest {
    @TempDir
    Path folder;

    @Override
    protected Rig rig() throws Exception {
        return bound(LineRig.onPty(fresh(), MIDDLE, CabinetDriver::new, folder));
    }
}
