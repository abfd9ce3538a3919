package io.zizhu.measure;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Makes a stream as slow as a serial wire, 8N1. A byte counts as there when its last bit would have come; going out,
 * bytes are handed on in pieces of 16, as the buffer of a usual UART does. The schedule is kept absolutely, so that a late
 * wake-up is not added to the next.
 */
final class WireSpeed {
    static final int BITS = 10;
    private static final int PIECE = 16;

    private WireSpeed() {}

    private static long nanos(int bytes, int baud) {
        return bytes * (BITS * 1_000_000_000L) / baud;
    }

    private static void until(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static InputStream of(InputStream in, int baud) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int came = super.read(bytes, from, length);
                if (came > 0) {
                    until(System.nanoTime() + nanos(came, baud));
                }
                return came;
            }
        };
    }

    static OutputStream of(OutputStream out, int baud) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                long began = System.nanoTime();
                for (int done = 0; done < length; ) {
                    int piece = Math.min(PIECE, length - done);
                    until(began + nanos(done + piece, baud));
                    out.write(bytes, from + done, piece);
                    out.flush();
                    done += piece;
                }
            }
        };
    }
}
