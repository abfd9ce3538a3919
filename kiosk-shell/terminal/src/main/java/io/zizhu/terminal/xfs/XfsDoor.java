package io.zizhu.terminal.xfs;

import io.zizhu.device.Change;
import io.zizhu.device.DeviceState;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Offers the terminal's devices as services of XFS4IoT on the loopback: a publisher at {@code /xfs4iot/v1.0/}, one service a
 * device at {@code /xfs4iot/v1.0/<device id>}. Off unless the terminal was started with it.
 *
 * <p>Addresses and ports checked against {@code Framework/Core/XFSConstants.cs} and
 * {@code Framework/Server/ServicePublisher.cs} of {@code KAL-ATM-Software/KAL_XFS4IoT_SP-Dev}. It was never tried with
 * anybody else's client.
 */
public final class XfsDoor implements AutoCloseable {
    /** The ports that the standard leaves to services beside 80 and 443. */
    public static final List<Integer> STANDARD =
            IntStream.rangeClosed(5846, 5856).boxed().toList();

    /** Connections at once; further ones wait until one goes. */
    private static final int CLIENTS = 32;

    private static final String ROOT = "/xfs4iot/v1.0";

    private final Server server;
    private final ServerConnector connector;
    private final Gate gate;
    private final Workshop workshop;
    private final Publisher publisher = new Publisher(this::addresses);
    private final Map<String, DeviceService> services = new ConcurrentHashMap<>(); // made by readers, told by devices

    /**
     * Takes the first of these ports that is free, but answers nothing before {@link #open}.
     *
     * @param ports 0 for any free one
     * @throws IOException where none is free
     */
    public XfsDoor(List<Integer> ports, Workshop workshop) throws IOException {
        this.workshop = workshop;
        var pool = new QueuedThreadPool(12, 2);
        pool.setName("xfs");
        pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("xfs-"));
        server = new Server(pool);
        connector = connector(ports);
        var context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.setDisplayName("xfs");
        JakartaWebSocketServletContainerInitializer.configure(context, (servlets, container) -> mount(container));
        gate = new Gate(connector.getLocalPort(), this::there, context);
        server.setHandler(gate);
        server.addBean(new NetworkConnectionLimit(CLIENTS, connector));
        server.setStopTimeout(1000);
    }

    private ServerConnector connector(List<Integer> ports) throws IOException {
        var config = new HttpConfiguration();
        config.setSendServerVersion(false);
        var listening = new ServerConnector(server, 1, 1, new HttpConnectionFactory(config));
        listening.setName("xfs");
        listening.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        IOException taken = new IOException("no port is named");
        for (int port : ports) {
            try {
                listening.setPort(port);
                listening.open();
                server.addConnector(listening);
                return listening;
            } catch (IOException next) {
                taken = next;
            }
        }
        throw taken;
    }

    private void mount(ServerContainer container) throws DeploymentException {
        var sockets = new ServerEndpointConfig.Configurator() {
            @Override
            public <T> T getEndpointInstance(Class<T> type) {
                return type.cast(new Socket(XfsDoor.this::service));
            }
        };
        for (String path : List.of(ROOT, ROOT + "/", ROOT + "/{service}")) {
            container.addEndpoint(ServerEndpointConfig.Builder.create(Socket.class, path)
                    .configurator(sockets)
                    .build());
        }
    }

    private boolean there(String path) {
        return path.equals(ROOT)
                || path.equals(ROOT + "/")
                || (path.startsWith(ROOT + "/")
                        && service(path.substring(ROOT.length() + 1)).isPresent());
    }

    /** @param name a device's id, empty for the publisher */
    private Optional<Service> service(String name) {
        if (name.isEmpty()) {
            return Optional.of(publisher);
        }
        return workshop.states().stream()
                .filter(state -> state.id().value().equals(name))
                .findFirst()
                .map(this::service);
    }

    private DeviceService service(DeviceState state) {
        return services.compute(state.id().value(), (_, old) -> {
            if (old != null && old.shows(state.kind())) {
                return old;
            }
            if (old != null) {
                old.close(); // the same name for a device of another class: its clients must come again
            }
            return new DeviceService(state, workshop);
        });
    }

    private List<String> addresses() {
        return workshop.states().stream()
                .map(state -> url() + state.id().value())
                .toList();
    }

    /** Answers from now on. */
    public void open() throws Exception {
        server.start();
    }

    /** Where the publisher is; without the token. */
    public String url() {
        return "ws://127.0.0.1:" + connector.getLocalPort() + ROOT + "/";
    }

    /** Puts the token of this start into a file that only the terminal's own user may read. */
    public void leaveToken(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, gate.token() + "\n", StandardOpenOption.WRITE);
    }

    /** A device changed; its own thread, returns at once. */
    public void heard(Change change) {
        DeviceService service = services.get(change.id().value());
        if (service != null) {
            service.heard(change);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
        services.values().forEach(DeviceService::close);
    }
}
