package io.zizhu.driver.cabinet;

import io.zizhu.device.cabinet.Lamp;
import io.zizhu.driver.LineRig;
import io.zizhu.sim.peer.cabinet.CabinetPeer;
import io.zizhu.tck.Rig;
import io.zizhu.tck.cabinet.CabinetKit;
import java.util.Map;

/** The cabinet's kit over a line in memory. */
class CabinetKitTest extends CabinetKit {
    /** The first bytes of a question. */
    static final byte[] MIDDLE = {1, 2};

    private CabinetPeer peer = new CabinetPeer();

    CabinetPeer fresh() {
        peer = new CabinetPeer();
        return peer;
    }

    static LineRig bound(LineRig rig) {
        LineRig bound = rig.with("answer-ms", "250");
        for (Map.Entry<String, String> each : new CabinetPeer().settings().entrySet()) {
            bound = bound.with(each.getKey(), each.getValue());
        }
        return bound;
    }

    @Override
    protected Rig rig() throws Exception {
        return bound(LineRig.inMemory(fresh(), MIDDLE, CabinetDriver::new));
    }

    @Override
    protected boolean burns(Lamp lamp) {
        return peer.burns(lamp.word());
    }
}
