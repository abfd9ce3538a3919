package io.zizhu.passport.chip;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Data objects (tag, length, value) of a chip's file, read strictly: every length fits into what holds it. SCUBA takes
 * memory by what a length says, and a chip may say two gigabytes, so nothing unchecked goes there.
 */
final class Tlvs {
    private static final int DEEPEST = 16;

    private Tlvs() {}

    /** The value of the first object with this tag; empty where there is none, or the file is torn before it. */
    static Optional<ByteBuffer> find(ByteBuffer objects, int tag) {
        ByteBuffer in = objects.duplicate();
        try {
            while (in.hasRemaining()) {
                int found = tag(in);
                ByteBuffer value = value(in);
                if (found == tag) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        } catch (BufferUnderflowException torn) {
            return Optional.empty();
        }
    }

    /** The same through several layers, outermost first. */
    static Optional<ByteBuffer> find(byte[] file, int... tags) {
        Optional<ByteBuffer> at = Optional.of(ByteBuffer.wrap(file));
        for (int tag : tags) {
            at = at.flatMap(objects -> find(objects, tag));
        }
        return at;
    }

    /** Whether every length of a file fits, in every layer of objects that hold objects. */
    static boolean whole(byte[] file) {
        try {
            return whole(ByteBuffer.wrap(file), DEEPEST);
        } catch (BufferUnderflowException torn) {
            return false;
        }
    }

    private static boolean whole(ByteBuffer in, int layers) {
        while (in.hasRemaining()) {
            boolean holdsObjects = (in.get(in.position()) & 0x20) != 0;
            tag(in);
            ByteBuffer value = value(in);
            if (holdsObjects && (layers == 0 || !whole(value, layers - 1))) {
                return false;
            }
        }
        return true;
    }

    /** One byte, or up to three where the first says that more follow. */
    private static int tag(ByteBuffer in) {
        int tag = in.get() & 0xFF;
        if ((tag & 0x1F) == 0x1F) {
            int next = in.get() & 0xFF;
            tag = (tag << 8) | next;
            if ((next & 0x80) != 0) {
                tag = (tag << 8) | (in.get() & 0xFF);
            }
        }
        return tag;
    }

    /** @throws BufferUnderflowException where it is shorter than its length says, or the length has no known form */
    private static ByteBuffer value(ByteBuffer in) {
        int length = in.get() & 0xFF;
        if (length > 0x83 || length == 0x80) {
            throw new BufferUnderflowException();
        }
        if (length > 0x80) {
            int bytes = length & 0x7F;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = (length << 8) | (in.get() & 0xFF);
            }
        }
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer value = in.slice(in.position(), length);
        in.position(in.position() + length);
        return value;
    }
}
