package io.zizhu.driver.scan;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;

/**
 * Where the fields of a scanned-data report stand (USB-IF HID POS Usage Tables 1.02, page 8C: usage 12 with Symbology
 * Identifier 1 to 3, Decoded Data, Decoded Data Continued). The tables name fields, no places; the default places are
 * those that several makers print in their manuals: 64 bytes, report 2, length, AIM identifier, 56 bytes of data, and
 * in the last byte whether more follows.
 *
 * @param id the report's number, 0 where the device does not number its reports and the id byte is missing
 * @param continuedAt 0 where one report is always a whole code
 */
record HidLayout(
        int id,
        int bytes,
        int lengthAt,
        int symbologyAt,
        int dataAt,
        int dataBytes,
        int continuedAt,
        int continuedBit) {
    static final HidLayout USUAL = new HidLayout(2, 64, 1, 2, 5, 56, 63, 0);

    /** Reads the settings {@code report-id report-bytes length-at symbology-at data-at data-bytes continued-at continued-bit}. */
    static HidLayout of(Binding binding) throws DeviceAway {
        int bytes = binding.number("report-bytes", USUAL.bytes, 8, 1024);
        int dataAt = binding.number("data-at", USUAL.dataAt, 0, bytes - 1);
        HidLayout layout = new HidLayout(
                binding.number("report-id", USUAL.id, 0, 255),
                bytes,
                binding.number("length-at", USUAL.lengthAt, 0, bytes - 1),
                binding.number("symbology-at", USUAL.symbologyAt, 0, bytes - 3),
                dataAt,
                binding.number("data-bytes", Math.min(USUAL.dataBytes, bytes - dataAt), 1, 255),
                binding.number("continued-at", Math.min(USUAL.continuedAt, bytes - 1), 0, bytes - 1),
                binding.number("continued-bit", USUAL.continuedBit, 0, 7));
        if (layout.dataAt + layout.dataBytes > bytes) {
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "devices/" + binding.id() + "/data-bytes: " + layout.dataBytes + " from " + layout.dataAt
                            + " on do not fit into a report of " + bytes);
        }
        return layout;
    }
}
