package io.zizhu.driver.link;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP connection to a device on the station's own network; a virtual thread of its own reads it. */
public final class TcpLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(TcpLink.class);
    private static final int PROBE_MILLIS = 300;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    private final String place;
    private final Socket socket;
    private final Inbox inbox = new Inbox();

    private TcpLink(String place, Socket socket) {
        this.place = place;
        this.socket = socket;
    }

    /** Connects to what the settings {@code host} and {@code port} name; a {@link Plug}. */
    public static Link plug(Binding binding) throws DeviceAway {
        binding.setting("port");
        return open(binding.setting("host"), binding.number("port", 0, 1, 65535));
    }

    /**
     * Whether somebody listens where a binding points to, by {@code host} and {@code port}, a {@code uri} or a {@code
     * source} of {@code tcp:HOST:PORT}; for a driver's {@link io.zizhu.device.Driver#there}. It connects and hangs up at
     * once. That takes nothing from anybody: it is asked only while the device is away, and only the first yes after a no
     * counts.
     *
     * @param usual the port where the binding names none
     * @return empty where the binding points to no network
     */
    public static Optional<Boolean> there(Binding binding, int usual) {
        return place(binding, usual).map(TcpLink::answers);
    }

    private static Optional<InetSocketAddress> place(Binding binding, int usual) {
        String source = binding.find("source").orElse("");
        String text = source.startsWith("tcp:")
                ? "tcp://" + source.substring(4)
                : binding.find("uri")
                        .or(() -> binding.find("host")
                                .map(host -> "tcp://" + host
                                        + binding.find("port")
                                                .map(port -> ":" + port)
                                                .orElse("")))
                        .orElse("");
        try {
            URI uri = new URI(text);
            int port = uri.getPort() < 0 ? usual : uri.getPort();
            return Optional.ofNullable(uri.getHost()).map(host -> new InetSocketAddress(host, port));
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            return Optional.empty(); // opening it says so, with the field
        }
    }

    private static boolean answers(InetSocketAddress place) {
        try (Socket socket = new Socket()) {
            socket.connect(place, PROBE_MILLIS);
            return !socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress());
        } catch (IOException refused) {
            return false;
        }
    }

    public static TcpLink open(String host, int port) throws DeviceAway {
        String place = host + ":" + port;
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT_LIMIT.toMillis());
            if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
                throw new IOException("connected to itself: nobody listens there"); // TCP's simultaneous open
            }
        } catch (IOException refused) {
            shut(socket);
            Fault.Kind kind = refused instanceof SocketTimeoutException ? Fault.Kind.SILENT : Fault.Kind.LOST;
            throw new DeviceAway(new Fault(kind, place + ": " + refused.getMessage()), refused);
        }
        TcpLink link = new TcpLink(place, socket);
        Thread.ofVirtual().name("tcp-" + place).start(link::listen);
        return link;
    }

    private void listen() {
        byte[] buffer = new byte[4096];
        try (InputStream in = socket.getInputStream()) {
            for (int came = in.read(buffer); came >= 0; came = in.read(buffer)) {
                inbox.put(Arrays.copyOf(buffer, came));
            }
            inbox.end(new Fault(Fault.Kind.LOST, place + ": the device hung up"));
        } catch (IOException broken) {
            inbox.end(new Fault(Fault.Kind.LOST, place + ": " + broken.getMessage()));
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    @Override
    public void send(byte[] bytes) throws DeviceAway {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException broken) {
            throw new DeviceAway(new Fault(Fault.Kind.LOST, place + ": " + broken.getMessage()), broken);
        }
    }

    @Override
    public byte[] receive(Patience patience) throws DeviceAway {
        return inbox.take(patience);
    }

    @Override
    public void drain() {
        inbox.drain();
    }

    @Override
    public void close() {
        inbox.end(new Fault(Fault.Kind.LOST, place + ": closed"));
        shut(socket);
        inbox.drain();
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOG.debug("closing a connection that was gone already: {}", alreadyGone.getMessage());
        }
    }
}
