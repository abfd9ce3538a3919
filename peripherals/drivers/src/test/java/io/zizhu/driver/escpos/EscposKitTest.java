package io.zizhu.driver.escpos;

import io.zizhu.driver.LineRig;
import io.zizhu.sim.peer.escpos.EscposPeer;
import io.zizhu.sim.peer.escpos.FontChain;
import io.zizhu.tck.Rig;
import io.zizhu.tck.SlipPrinterKit;
import java.util.HexFormat;
import java.util.Optional;

/** The slip printer's kit over a line in memory. */
class EscposKitTest extends SlipPrinterKit {
    /** The picture inside the slip: text stands on the paper already, code and cut do not. */
    static final byte[] MIDDLE = HexFormat.of().parseHex("1d763000");

    final EscposPeer peer = new EscposPeer(FontChain.of(Optional.empty()));

    @Override
    protected Rig rig() throws Exception {
        return LineRig.inMemory(peer, MIDDLE, EscposSerialDriver::new);
    }

    @Override
    protected int slips() {
        return peer.out().size();
    }
}
