package io.zizhu.sim.peer.passport;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a slot to vpcd, the virtual reader of vsmartcard in pcscd. It listens; a connection is a card in the reader.
 * Messages are a length of two bytes and that many bytes; one byte alone is a control (0 off, 1 on, 2 reset, 4 answer to
 * reset), all else a command. Dials again for as long as a document lies in the slot and nobody pulled the plug.
 */
final class VpcdLine implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(VpcdLine.class);
    private static final long TURN_NANOS = 20_000_000L;
    private static final int DIAL_MILLIS = 1_000;

    private final Slot slot;
    private final int port;
    private volatile boolean plugged;
    private volatile boolean closed;
    private volatile @Nullable Socket socket;

    VpcdLine(Slot slot, int port) {
        this.slot = slot;
        this.port = port;
        Thread.ofVirtual().name("vpcd " + port).start(this::run);
    }

    void plug(boolean in) {
        plugged = in;
        Socket line = socket;
        if (!in && line != null) {
            hangUp(line);
        }
    }

    boolean plugged() {
        return plugged;
    }

    private void run() {
        while (!closed) {
            Optional<Object> document = slot.document();
            if (plugged && document.isPresent()) {
                serve(document.get());
            }
            LockSupport.parkNanos(TURN_NANOS);
        }
    }

    /** Until this document is lifted, or the other end hangs up. */
    private void serve(Object document) {
        try (Socket line = new Socket()) {
            line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), DIAL_MILLIS);
            line.setTcpNoDelay(true);
            socket = line;
            Thread.ofVirtual().name("vpcd watch " + port).start(() -> watch(line, document));
            DataInputStream in = new DataInputStream(line.getInputStream());
            DataOutputStream out = new DataOutputStream(line.getOutputStream());
            while (plugged) {
                byte[] message = new byte[in.readUnsignedShort()];
                line.setOption(ExtendedSocketOptions.TCP_QUICKACK, true); // vpcd sends length and message apart
                in.readFully(message);
                answer(message, out);
            }
        } catch (IOException gone) {
            LOG.debug("vpcd {}: {}", port, gone.getMessage());
        } finally {
            socket = null;
        }
    }

    private void answer(byte[] message, DataOutputStream out) throws IOException {
        if (message.length != 1) {
            send(slot.transmit(message), out);
            return;
        }
        switch (message[0]) {
            case 1, 2 -> slot.power();
            case 4 -> send(Chip.atr(), out);
            default -> LOG.trace("vpcd {}: control {}", port, message[0]);
        }
    }

    private static void send(byte[] answer, DataOutputStream out) throws IOException {
        byte[] framed = new byte[2 + answer.length];
        framed[0] = (byte) (answer.length >> 8);
        framed[1] = (byte) answer.length;
        System.arraycopy(answer, 0, framed, 2, answer.length);
        out.write(framed);
        out.flush();
    }

    /** A document that is lifted hangs up at once, even while nobody asks it anything. */
    private void watch(Socket line, Object document) {
        while (!line.isClosed()
                && slot.document().filter(now -> now == document).isPresent()) {
            LockSupport.parkNanos(TURN_NANOS);
        }
        hangUp(line);
    }

    private void hangUp(Socket line) {
        try {
            line.close();
        } catch (IOException broken) {
            LOG.debug("vpcd {}: {}", port, broken.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        plug(false);
    }
}
