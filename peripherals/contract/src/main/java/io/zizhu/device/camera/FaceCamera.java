package io.zizhu.device.camera;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import java.util.Optional;

/** Looks at the person before the kiosk. The portrait goes down, a verdict comes up; streams never do. */
public interface FaceCamera extends Device {
    /** Looks until the verdict is {@code Same} or patience is over, then says the best it saw. */
    Look compare(Portrait reference, Patience patience) throws DeviceAway;

    /** The newest frame as JPEG for the person's own preview; empty where it is older than two seconds. Any thread. */
    Optional<Portrait> preview();
}
