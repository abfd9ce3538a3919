package io.zizhu.device.passport;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/** Reads the chips of passports, travel permits and cards after ICAO Doc 9303. */
public interface PassportReader extends Device {
    /**
     * Waits for a chip, opens it with what is printed on its document, and reads what it says of its holder. A document
     * that lies there already counts.
     *
     * @param access what the holder showed; a chip gives nothing away without it
     */
    ChipReading read(Access access, Patience patience) throws DeviceAway;
}
