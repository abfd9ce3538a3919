package io.zizhu.device.camera;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import java.util.Optional;

/** Looks down at the tray on which a person lays a paper. One chosen picture leaves it, streams never do. */
public interface DocumentCamera extends Device {
    /**
     * Waits for a document that lies still, takes several pictures and gives the best of them, as the camera saw it: the
     * perspective is left alone.
     */
    Shot shoot(Patience patience) throws DeviceAway;

    /** The newest picture, made small, so that the person sees how the paper lies; empty where it is older than two seconds. Any thread. */
    Optional<Scan> preview();
}
