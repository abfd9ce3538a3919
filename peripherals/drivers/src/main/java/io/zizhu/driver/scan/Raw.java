package io.zizhu.driver.scan;

import io.zizhu.device.scan.Symbology;
import java.util.Arrays;

/**
 * One code as it came off the wire, not yet read as text.
 *
 * @param bytes owned by whoever holds this, who wipes it
 */
record Raw(Symbology symbology, byte[] bytes) {
    void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
