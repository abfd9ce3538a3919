package io.zizhu.driver.link;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/** A line inside the memory, for tests: this is the driver's end, {@link #farInput} and {@link #farOutput} the device's. */
public final class MemoryLink implements Link {
    private static final Fault CUT = new Fault(Fault.Kind.LOST, "memory: unplugged");

    private final Inbox near = new Inbox();
    private final Inbox far = new Inbox();

    @Override
    public void send(byte[] bytes) throws DeviceAway {
        if (far.ended()) {
            throw new DeviceAway(CUT);
        }
        far.put(bytes.clone());
    }

    @Override
    public byte[] receive(Patience patience) throws DeviceAway {
        return near.take(patience);
    }

    @Override
    public void drain() {
        near.drain();
    }

    /** Pulls the plug, from either end. */
    @Override
    public void close() {
        near.end(CUT);
        far.end(CUT);
    }

    /** The plug was pulled, from either end. */
    public boolean closed() {
        return near.ended();
    }

    /** What the driver sent; reads -1 once the plug is pulled. */
    public InputStream farInput() {
        return new FarInput();
    }

    /** What the driver will receive, one chunk for each write. */
    public OutputStream farOutput() {
        return new FarOutput();
    }

    private final class FarInput extends InputStream {
        private byte[] chunk = {};
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            try {
                while (at == chunk.length) {
                    chunk = far.take(Patience.of(Duration.ofMinutes(1)));
                    at = 0;
                }
            } catch (DeviceAway cut) {
                return -1;
            }
            int count = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, offset, count);
            at += count;
            return count;
        }

        @Override
        public int available() {
            return chunk.length - at;
        }

        @Override
        public void close() {
            MemoryLink.this.close();
        }
    }

    private final class FarOutput extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (near.ended()) {
                throw new IOException("unplugged");
            }
            near.put(Arrays.copyOfRange(bytes, offset, offset + length));
        }

        @Override
        public void close() {
            MemoryLink.this.close();
        }
    }
}
