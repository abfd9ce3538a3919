package io.zizhu.sim.peer.zvt;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * One ZVT message as it crosses TCP: class, instruction, length, data. The length is one byte, or {@code FF lo hi} from
 * 255 on.
 */
record Telegram(int command, byte[] data) {
    static final Telegram ACCEPTED = new Telegram(0x8000, new byte[0]);

    static Telegram of(int command, int... data) {
        byte[] bytes = new byte[data.length];
        for (int at = 0; at < data.length; at++) {
            bytes[at] = (byte) data[at];
        }
        return new Telegram(command, bytes);
    }

    boolean is(int wanted) {
        return command == wanted;
    }

    byte[] wire() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(command >> 8);
        out.write(command);
        if (data.length < 255) {
            out.write(data.length);
        } else {
            out.write(0xFF);
            out.write(data.length);
            out.write(data.length >> 8);
        }
        out.writeBytes(data);
        return out.toByteArray();
    }

    /** Blocks until one whole message is there. */
    static Telegram hear(InputStream in) throws IOException {
        int command = one(in) << 8 | one(in);
        int length = one(in);
        if (length == 0xFF) {
            length = one(in) | one(in) << 8;
        }
        byte[] data = in.readNBytes(length);
        if (data.length < length) {
            throw new EOFException("the till went away inside a message");
        }
        return new Telegram(command, data);
    }

    private static int one(InputStream in) throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException("the till went away");
        }
        return value;
    }
}
