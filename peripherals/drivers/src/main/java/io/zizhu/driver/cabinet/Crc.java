package io.zizhu.driver.cabinet;

/** CRC-16/MODBUS: polynomial 0xA001 reflected, begins with 0xFFFF; sent low byte first. "123456789" gives 0x4B37. Pure. */
final class Crc {
    private static final int POLYNOMIAL = 0xA001;

    private Crc() {}

    static int of(byte[] bytes, int from, int end) {
        int crc = 0xFFFF;
        for (int at = from; at < end; at++) {
            crc ^= bytes[at] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >> 1 ^ POLYNOMIAL : crc >> 1;
            }
        }
        return crc;
    }

    /** Whether the last two of these bytes are the checksum of those before. */
    static boolean right(byte[] bytes, int from, int end) {
        int crc = of(bytes, from, end - 2);
        return bytes[end - 2] == (byte) crc && bytes[end - 1] == (byte) (crc >> 8);
    }
}
