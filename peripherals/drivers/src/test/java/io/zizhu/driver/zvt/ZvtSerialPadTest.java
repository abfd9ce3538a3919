package io.zizhu.driver.zvt;

import io.zizhu.device.Status;
import io.zizhu.driver.LineRig;
import io.zizhu.sim.peer.zvt.ZvtSerialPeer;
import io.zizhu.tck.Rig;
import io.zizhu.tck.pay.PayPadKit;

/** The kit over frames, on a line in memory. */
final class ZvtSerialPadTest extends PayPadKit {
    private static final byte[] AUTHORISATION = {0x10, 0x02, 0x06, 0x01};

    private final ZvtSerialPeer peer = new ZvtSerialPeer();

    @Override
    protected Rig rig() throws Exception {
        return LineRig.inMemory(peer, AUTHORISATION, ZvtSerialDriver::new);
    }

    @Override
    protected boolean waiting() {
        return peer.state() == Status.DEVICE_BUSY;
    }

    @Override
    protected long taken() {
        return peer.ledger().taken();
    }

    @Override
    protected int approvals() {
        return peer.ledger().approvals();
    }
}
