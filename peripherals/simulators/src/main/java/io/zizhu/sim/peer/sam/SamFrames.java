package io.zizhu.sim.peer.sam;

import java.io.ByteArrayOutputStream;

/** Finds the host's frames in a stream of bytes and builds the reader's replies. One thread. */
final class SamFrames {
    static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
    static final int OK = 0x90;
    private static final int LONGEST_COMMAND = 64;

    /** What the host sent: a whole command, or a frame that is wrong in itself. */
    sealed interface Heard {
        record Command(int command, int parameter) implements Heard {}

        record WrongChecksum() implements Heard {}

        record WrongLength() implements Heard {}

        record NotYet() implements Heard {}
    }

    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

    /** Takes one byte of the line. */
    Heard take(byte next) {
        int have = frame.size();
        if (have < PREAMBLE.length) {
            hunt(next, have);
            return new Heard.NotYet();
        }
        frame.write(next);
        byte[] bytes = frame.toByteArray();
        if (bytes.length < 7) {
            return new Heard.NotYet();
        }
        int length = ((bytes[5] & 0xFF) << 8) | (bytes[6] & 0xFF);
        if (length < 3 || length > LONGEST_COMMAND) {
            frame.reset();
            return new Heard.WrongLength();
        }
        if (bytes.length < 7 + length) {
            return new Heard.NotYet();
        }
        frame.reset();
        if (checksum(bytes, bytes.length - 1) != bytes[bytes.length - 1]) {
            return new Heard.WrongChecksum();
        }
        return new Heard.Command(bytes[7] & 0xFF, bytes[8] & 0xFF);
    }

    /** Three AA and more: a fourth AA keeps the hunt at three. */
    private void hunt(byte next, int have) {
        if (next == PREAMBLE[have]) {
            frame.write(next);
        } else if (have != 3 || next != PREAMBLE[0]) {
            frame.reset();
            if (next == PREAMBLE[0]) {
                frame.write(next);
            }
        }
    }

    static byte[] reply(int status, byte[] data) {
        byte[] reply = new byte[11 + data.length];
        System.arraycopy(PREAMBLE, 0, reply, 0, PREAMBLE.length);
        int length = 4 + data.length;
        reply[5] = (byte) (length >> 8);
        reply[6] = (byte) length;
        reply[9] = (byte) status;
        System.arraycopy(data, 0, reply, 10, data.length);
        reply[reply.length - 1] = checksum(reply, reply.length - 1);
        return reply;
    }

    private static byte checksum(byte[] bytes, int end) {
        byte sum = 0;
        for (int at = PREAMBLE.length; at < end; at++) {
            sum ^= bytes[at];
        }
        return sum;
    }
}
