package io.zizhu.driver.training;

import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.dispense.EndorsementTrade;
import io.zizhu.sim.peer.training.TrainingPeer;
import io.zizhu.tck.Rig;
import io.zizhu.tck.dispense.EndorsementMachineKit;
import java.time.Duration;

/** The training driver at the bench's device, over TCP. */
class EndorsementTrainingKitTest extends EndorsementMachineKit {
    private EndorsementTrade trade = new EndorsementTrade();

    @Override
    protected Rig rig() {
        trade = new EndorsementTrade();
        return new PeerRig(new EndorsementTrainingDriver(Duration.ofMillis(1_500)), new TrainingPeer(0, trade));
    }

    @Override
    protected int endorsed() {
        return trade.endorsed();
    }
}
