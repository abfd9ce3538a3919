package io.zizhu.driver.face;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** A camera on the network, as far as a driver can tell: one picture, twenty times a second, on loopback. */
final class Feeder implements AutoCloseable {
    private final int port;
    private volatile byte[] picture = new byte[0];
    private volatile boolean hanging;
    private volatile ServerSocket door;
    private volatile Socket guest;

    Feeder() {
        port = plug(0);
    }

    int port() {
        return port;
    }

    void show(byte[] jpeg) {
        picture = jpeg;
    }

    void hang() {
        hanging = true;
    }

    void unplug() {
        try {
            door.close();
            Socket hung = guest;
            if (hung != null) {
                hung.close();
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    void replug() {
        hanging = false;
        if (door.isClosed()) {
            plug(port);
        }
    }

    private int plug(int wanted) {
        try {
            ServerSocket fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            door = fresh;
            Thread.ofVirtual().start(() -> serve(fresh));
            return fresh.getLocalPort();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void serve(ServerSocket fresh) {
        while (!fresh.isClosed()) {
            try (Socket socket = fresh.accept()) {
                guest = socket;
                feed(socket, fresh);
            } catch (IOException gone) {
                guest = null; // the driver hung up, or the plug was pulled
            }
        }
    }

    private void feed(Socket socket, ServerSocket fresh) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        while (!fresh.isClosed()) {
            if (!hanging) {
                byte[] jpeg = picture;
                out.writeInt(jpeg.length);
                out.write(jpeg);
                out.flush();
            }
            LockSupport.parkNanos(50_000_000L);
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
