package io.zizhu.driver.escpos;

import io.zizhu.driver.LineRig;
import io.zizhu.tck.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The same kit over a real serial line: jSerialComm at one end of a pseudo terminal, socat at the other. */
class EscposPtyKitTest extends EscposKitTest {
    @TempDir
    Path folder;

    @Override
    protected Rig rig() throws Exception {
        return LineRig.onPty(peer, MIDDLE, EscposSerialDriver::new, folder);
    }
}
