package io.zizhu.driver.sam;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The number of the security module inside the reader, which police records ask for: 16 bytes, little endian, written as
 * {@code 05.03-20261121-0000000042-0000004711} (reference/devices.md 2.1). Pure.
 */
final class SamId {
    private static final int LENGTH = 16;

    private SamId() {}

    /** @return empty where the module answered something else than 16 bytes */
    static Optional<String> of(byte[] data) {
        if (data.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        return Optional.of(String.format(
                "%02d.%02d-%08d-%010d-%010d",
                id.getShort() & 0xFFFF,
                id.getShort() & 0xFFFF,
                Integer.toUnsignedLong(id.getInt()),
                Integer.toUnsignedLong(id.getInt()),
                Integer.toUnsignedLong(id.getInt())));
    }
}
