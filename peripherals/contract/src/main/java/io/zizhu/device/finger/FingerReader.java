package io.zizhu.device.finger;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Takes fingerprints, as templates. */
public interface FingerReader extends Device {
    /**
     * Waits for a finger and takes its print.
     *
     * @param finger which one the person is asked for; the reader cannot check that
     */
    Capture capture(Finger finger, Patience patience) throws DeviceAway;

    /**
     * Compares two templates, wherever they come from; takes milliseconds, keeps neither. Templates of a form that only
     * a vendor's plug-in understands are {@code NotCompared} where there is none.
     */
    Match match(FingerTemplate probe, FingerTemplate reference);
}
