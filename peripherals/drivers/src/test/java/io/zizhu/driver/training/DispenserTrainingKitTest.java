package io.zizhu.driver.training;

import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.dispense.DispenserTrade;
import io.zizhu.sim.peer.training.TrainingPeer;
import io.zizhu.tck.Rig;
import io.zizhu.tck.dispense.DispenserKit;
import java.time.Duration;

/** The training driver at the bench's device, over TCP. */
class DispenserTrainingKitTest extends DispenserKit {
    private DispenserTrade trade = new DispenserTrade();

    @Override
    protected Rig rig() {
        trade = new DispenserTrade();
        return new PeerRig(new DispenserTrainingDriver(Duration.ofMillis(1_500)), new TrainingPeer(0, trade));
    }

    @Override
    protected int taken() {
        return trade.taken();
    }
}
