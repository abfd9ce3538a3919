package io.zizhu.driver.sam;

import io.zizhu.driver.LineRig;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.sam.SamPeer;
import io.zizhu.tck.Rig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The same kit over a real serial line: jSerialComm at one end of a pseudo terminal, socat at the other. */
class SamReaderPtyKitTest extends SamReaderKitTest {
    @TempDir
    Path folder;

    @Override
    protected Rig rig() throws Exception {
        return LineRig.onPty(
                        new SamPeer(People.load(PEOPLE)),
                        MIDDLE,
                        plug -> new SamDriver(plug, PhotoDecoder.none()),
                        folder)
                .with("poll-ms", "30");
    }
}
