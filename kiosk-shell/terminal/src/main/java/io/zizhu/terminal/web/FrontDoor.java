package io.zizhu.terminal.web;

import io.zizhu.service.desk.Desk;
import io.zizhu.service.upkeep.Upkeep;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty on the loopback with two ports, the citizen's and the staff's, each with a context, cookies and a token of its
 * own. The face that fills them comes by {@link ServletContainerInitializer}; this door knows no screen.
 */
public final class FrontDoor implements AutoCloseable {
    private static final String FACE = "io.zizhu.touch";

    private final Server server;
    private final Surface citizen;
    private final Surface staff;

    /**
     * What stands behind the door.
     *
     * @param faces who mounts screens; {@link #installedFaces} on a terminal
     */
    public record House(
            Desk desk,
            Upkeep upkeep,
            Supplier<Health> health,
            List<Path> fonts,
            List<? extends ServletContainerInitializer> faces) {}

    private record Surface(ServerConnector connector, Doorkeeper keeper, ServletContextHandler context) {
        String url() {
            return "http://127.0.0.1:" + connector.getLocalPort() + "/?token=" + keeper.token();
        }
    }

    /**
     * Takes both ports, but answers nothing before {@link #open}.
     *
     * @param citizenPort 0 for any free one
     * @throws IOException where a port is taken
     */
    public FrontDoor(int citizenPort, int staffPort, House house) throws IOException {
        var pool = new QueuedThreadPool(40, 4);
        pool.setName("web");
        pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("web-"));
        server = new Server(pool);
        citizen = surface("citizen", citizenPort, Set.of(), 15, house);
        citizen.context().setAttribute(Desk.class.getName(), house.desk());
        citizen.context().addServlet(new ServletHolder(Answers.pictures(house.desk())), "/picture/*");
        staff = surface("staff", staffPort, Set.of("/health", "/metrics"), 10, house);
        staff.context().setAttribute(Upkeep.class.getName(), house.upkeep());
        staff.context().addServlet(new ServletHolder(Answers.health(house.health())), "/health");
        staff.context().addServlet(new ServletHolder(Answers.metrics(house.health())), "/metrics");
        server.setHandler(new ByPort());
        server.setStopTimeout(2000);
    }

    /** The faces on the class path, and none of the many other initializers that libraries bring. */
    public static List<ServletContainerInitializer> installedFaces() {
        return ServiceLoader.load(ServletContainerInitializer.class).stream()
                .filter(face -> face.type().getPackageName().startsWith(FACE))
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private Surface surface(String name, int port, Set<String> open, int sessionMinutes, House house)
            throws IOException {
        ServerConnector connector = connector(name, port);
        var context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.setDisplayName(name);
        context.setClassLoader(FrontDoor.class.getClassLoader()); // Vaadin asks the context for it
        context.setInitParameter("zizhu.surface", name);
        context.setBaseResource(resources(context));
        var sessions = context.getSessionHandler();
        sessions.getSessionCookieConfig().setName("zizhu-session-" + name + "-" + connector.getLocalPort());
        sessions.getSessionCookieConfig().setHttpOnly(true);
        sessions.setSameSite(HttpCookie.SameSite.STRICT);
        sessions.setMaxInactiveInterval(sessionMinutes * 60); // a live page beats every few minutes
        context.addServlet(new ServletHolder(Answers.fonts(house.fonts())), "/fonts/*");
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        house.faces().forEach(context::addServletContainerInitializer);
        var keeper = new Doorkeeper(name, connector.getLocalPort(), open);
        return new Surface(connector, keeper, context);
    }

    private ServerConnector connector(String name, int port) throws IOException {
        var config = new HttpConfiguration();
        config.setSendServerVersion(false);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(config));
        connector.setName(name);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        connector.open();
        server.addConnector(connector);
        return connector;
    }

    /** Everything that any jar has under {@code META-INF/resources}. */
    private static Resource resources(ServletContextHandler context) throws IOException {
        var factory = ResourceFactory.of(context);
        List<Resource> parts = new ArrayList<>();
        for (URL place : Collections.list(FrontDoor.class.getClassLoader().getResources("META-INF/resources"))) {
            try {
                parts.add(factory.newResource(new URI(place.toString())));
            } catch (URISyntaxException e) {
                throw new IOException(place + " is no resource", e);
            }
        }
        return ResourceFactory.combine(parts);
    }

    /** Each port leads to its own guard. */
    private final class ByPort extends Handler.Sequence {
        private final Guard citizens = new Guard(citizen.keeper(), citizen.context());
        private final Guard staffs = new Guard(staff.keeper(), staff.context());

        ByPort() {
            setHandlers(List.of(citizens, staffs));
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            boolean fromCitizen = request.getConnectionMetaData().getConnector() == citizen.connector();
            return (fromCitizen ? citizens : staffs).handle(request, response, callback);
        }
    }

    /** Mounts the faces and answers from now on. */
    public void open() throws Exception {
        server.start();
    }

    public String citizenUrl() {
        return citizen.url();
    }

    public String staffUrl() {
        return staff.url();
    }

    /** False where the web server has stopped or has no thread left. */
    public boolean well() {
        return server.isRunning() && !server.getThreadPool().isLowOnThreads();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
