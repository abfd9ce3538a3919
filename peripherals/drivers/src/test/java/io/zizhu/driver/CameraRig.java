package io.zizhu.driver;

import io.zizhu.device.Binding;
import io.zizhu.device.Driver;
import io.zizhu.sim.peer.Peer;
import io.zizhu.tck.Rig;
import java.util.HashMap;
import java.util.Map;

/** A camera's driver at the bench's camera, with settings that the bench does not know. */
public final class CameraRig implements Rig {
    private final PeerRig rig;
    private final Binding binding;

    public CameraRig(Driver driver, Peer peer, Map<String, String> more) {
        rig = new PeerRig(driver, peer);
        Map<String, String> settings = new HashMap<>(peer.settings());
        settings.putAll(more);
        binding = new Binding(rig.binding().id(), driver.id(), settings);
    }

    @Override
    public Driver driver() {
        return rig.driver();
    }

    @Override
    public Binding binding() {
        return binding;
    }

    @Override
    public void act(String act, Map<String, String> with) throws Exception {
        rig.act(act, with);
    }

    @Override
    public void midway(String act, Map<String, String> with) {
        throw new UnsupportedOperationException("a camera has no job that it could be in the middle of");
    }

    @Override
    public void close() {
        rig.close();
    }
}
