package io.zizhu.driver.sam;

import io.zizhu.driver.LineRig;
import io.zizhu.sim.peer.people.People;
import io.zizhu.sim.peer.sam.SamPeer;
import io.zizhu.tck.Rig;

/** The same kit through the USB link: heads of frames on one pair of endpoints, the rest on another, packets of 64 bytes. */
class SamUsbKitTest extends SamReaderKitTest {
    @Override
    protected Rig rig() throws Exception {
        return LineRig.onUsb(
                        new SamPeer(People.load(PEOPLE)),
                        MIDDLE,
                        plug -> new SamUsbDriver(plug, PhotoDecoder.none()),
                        SamUsbDriver.USUAL,
                        7)
                .with("poll-ms", "30");
    }
}
