package io.zizhu.driver;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loopback port that keeps its number over being pulled and put back; one speaker for each connection. */
final class TcpPlug implements SerialPlug {
    private final InetSocketAddress address;
    private final List<Socket> calls = new CopyOnWriteArrayList<>();
    private volatile Optional<ServerSocket> server = Optional.empty();

    TcpPlug() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = new InetSocketAddress(free.getInetAddress(), free.getLocalPort());
        }
    }

    @Override
    public boolean plugged() {
        return server.isPresent();
    }

    @Override
    public void replug(Speaker speaker) throws Refused {
        try {
            ServerSocket open = new ServerSocket();
            open.setReuseAddress(true);
            open.bind(address);
            server = Optional.of(open);
            Thread.ofVirtual().start(() -> accept(open, speaker));
        } catch (IOException taken) {
            throw new Refused(taken.getMessage());
        }
    }

    private void accept(ServerSocket open, Speaker speaker) {
        while (!open.isClosed()) {
            try {
                Socket call = open.accept();
                calls.add(call);
                Thread.ofVirtual().start(() -> serve(call, speaker));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket call, Speaker speaker) {
        try (call) {
            speaker.serve(call.getInputStream(), call.getOutputStream());
        } catch (IOException hungUp) {
            calls.remove(call);
        }
    }

    @Override
    public void unplug() {
        close();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("host", address.getHostString(), "port", Integer.toString(address.getPort()));
    }

    @Override
    public void close() {
        try {
            if (server.isPresent()) {
                server.get().close();
            }
            for (Socket call : calls) {
                call.close();
            }
        } catch (IOException stuck) {
            throw new IllegalStateException(stuck);
        }
        server = Optional.empty();
        calls.clear();
    }
}
