package io.zizhu.device.power;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/**
 * An uninterruptible power supply: the battery between the mains and the kiosk. Its pulse tells the same as
 * {@link #power}: {@link Power#battery()} as its main word, {@link Power#supplies()} as its spots, so that whoever hears
 * device states need not ask.
 */
public interface Ups extends Device {
    /** How the current flows now. Asked by the keeper's owner thread; answers at once or says {@code Unknown}. */
    Power power(Patience patience) throws DeviceAway;
}
