package io.zizhu.driver.zvt;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.zvt.Booking;
import io.zizhu.sim.peer.zvt.ZvtPeer;
import io.zizhu.tck.PayPadKit;
import java.util.Locale;
import java.util.Map;

final class ZvtPadTest extends PayPadKit {
    private ZvtPeer peer;

    @Override
    protected void plugIn() {
        peer = new ZvtPeer(0);
    }

    @Override
    protected void takeAway() {
        peer.close();
    }

    @Override
    protected Driver driver() {
        return new ZvtDriver();
    }

    @Override
    protected Binding binding() {
        return new Binding(new DeviceId(peer.id()), peer.driver(), peer.settings());
    }

    @Override
    protected boolean waiting() {
        return peer.state() == Status.DEVICE_BUSY;
    }

    @Override
    protected void act(String act) {
        play(act, Map.of());
    }

    @Override
    protected void loseNext(After then) {
        play("lose", Map.of("then", then.name().toLowerCase(Locale.ROOT)));
    }

    private void play(String act, Map<String, String> with) {
        try {
            peer.act(act, with);
        } catch (Refused refused) {
            throw new AssertionError(refused);
        }
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
