package io.zizhu.driver.training;

import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.dispense.LockerTrade;
import io.zizhu.sim.peer.training.TrainingPeer;
import io.zizhu.tck.Rig;
import io.zizhu.tck.dispense.LockerKit;
import java.time.Duration;

/** The training driver at the bench's device, over TCP. */
class LockerTrainingKitTest extends LockerKit {
    private LockerTrade trade = new LockerTrade();

    @Override
    protected Rig rig() {
        trade = new LockerTrade();
        return new PeerRig(new LockerTrainingDriver(Duration.ofMillis(1_500)), new TrainingPeer(0, trade));
    }
}
