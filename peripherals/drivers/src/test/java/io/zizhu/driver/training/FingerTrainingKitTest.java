package io.zizhu.driver.training;

import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.finger.FingerTrade;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.training.TrainingPeer;
import io.zizhu.tck.FingerReaderKit;
import io.zizhu.tck.Rig;
import java.io.IOException;
import java.nio.file.Path;

/** The training driver at the bench's fingerprint reader, over TCP. */
class FingerTrainingKitTest extends FingerReaderKit {
    private static final Path PEOPLE = Path.of("..", "..", "packaging", "training", "people");

    @Override
    protected Rig rig() throws IOException {
        return new PeerRig(new FingerTrainingDriver(), new TrainingPeer(0, new FingerTrade(People.load(PEOPLE))));
    }

    @Override
    protected String person() {
        return "p01";
    }

    @Override
    protected String anotherPerson() {
        return "p02";
    }
}
