package io.zizhu.device.card;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Reads identity cards laid on its plate. */
public interface CardReader extends Device {
    /** Waits for a card and reads it whole. A card that lies there already counts. */
    Reading read(Patience patience) throws DeviceAway;
}
