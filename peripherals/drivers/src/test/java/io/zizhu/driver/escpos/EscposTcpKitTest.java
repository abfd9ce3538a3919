package io.zizhu.driver.escpos;

import io.zizhu.driver.LineRig;
import io.zizhu.tck.Rig;

/** The same kit over TCP. */
class EscposTcpKitTest extends EscposKitTest {
    @Override
    protected Rig rig() throws Exception {
        return LineRig.onTcp(peer, MIDDLE, EscposTcpDriver::new);
    }
}
