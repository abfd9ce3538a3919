package io.zizhu.driver.camera;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Frames off a network camera or the bench: length, four bytes big-endian, then that many bytes of JPEG. */
final class TcpFrames implements FrameSource {
    private static final int CONNECT_MILLIS = 2000;

    private final String where;
    private final Socket socket;
    private final DataInputStream in;

    private TcpFrames(String where, Socket socket) throws IOException {
        this.where = where;
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream()); // no buffer: it would keep parts of older pictures
    }

    static TcpFrames connect(String host, int port) throws DeviceAway {
        String where = "tcp:" + host + ":" + port;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return new TcpFrames(where, socket);
        } catch (IOException | IllegalArgumentException refused) {
            shut(socket);
            throw new DeviceAway(
                    new Fault(Fault.Kind.LOST, where + ": no connection: " + refused.getMessage()), refused);
        }
    }

    @Override
    public byte[] next() throws DeviceAway {
        try {
            int length = in.readInt();
            if (length < 4 || length > MOST_BYTES) {
                throw new DeviceAway(
                        Fault.Kind.GARBLED, where + ": a frame of " + length + " bytes, at most " + MOST_BYTES);
            }
            byte[] jpeg = in.readNBytes(length);
            if (jpeg.length < length) {
                throw new DeviceAway(Fault.Kind.LOST, where + ": ended within a frame");
            }
            if ((jpeg[0] & 0xff) != 0xff || (jpeg[1] & 0xff) != 0xd8) {
                throw new DeviceAway(Fault.Kind.GARBLED, where + ": a frame that is no JPEG");
            }
            return jpeg;
        } catch (IOException broken) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, where + ": the connection broke"), broken);
        }
    }

    @Override
    public void close() {
        shut(socket);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            return; // closing was all that was left to do
        }
    }
}
