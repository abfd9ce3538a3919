package io.zizhu.driver.zvt;

import io.zizhu.device.Status;
import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.zvt.Booking;
import io.zizhu.sim.peer.zvt.ZvtPeer;
import io.zizhu.tck.PayPadKit;
import io.zizhu.tck.Rig;

final class ZvtPadTest extends PayPadKit {
    private ZvtPeer peer;

    @Override
    protected Rig rig() {
        peer = new ZvtPeer(0);
        return new PeerRig(new ZvtDriver(), peer);
    }

    @Override
    protected boolean waiting() {
        return peer.state() == Status.DEVICE_BUSY;
    }

    @Override
    protected long taken() {
        return peer.bookings().stream()
                .filter(Booking::standing)
                .mapToLong(Booking::amount)
                .sum();
    }

    @Override
    protected int approvals() {
        return peer.bookings().size();
    }
}
