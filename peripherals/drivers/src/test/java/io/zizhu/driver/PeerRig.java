package io.zizhu.driver;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Driver;
import io.zizhu.device.Status;
import io.zizhu.sim.peer.Peer;
import io.zizhu.sim.peer.Refused;
import io.zizhu.tck.Await;
import io.zizhu.tck.Rig;
import java.util.Map;

/** A driver and the pretend device it speaks with over its own wire; in the middle means: the device says it is busy. */
public record PeerRig(Driver driver, Peer peer) implements Rig {
    @Override
    public Binding binding() {
        return new Binding(new DeviceId(peer.id()), peer.driver(), peer.settings());
    }

    @Override
    public void act(String act, Map<String, String> with) throws Refused {
        peer.act(act, with);
    }

    @Override
    public void midway(String act, Map<String, String> with) {
        Thread.ofVirtual().start(() -> {
            Await.fact("busy", peer::state, () -> peer.state() == Status.DEVICE_BUSY);
            try {
                peer.act(act, with);
            } catch (Refused refused) {
                throw new AssertionError(refused);
            }
        });
    }

    @Override
    public void close() {
        peer.close();
    }
}
