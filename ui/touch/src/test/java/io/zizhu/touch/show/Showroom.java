package io.zizhu.touch.show;

import io.zizhu.service.desk.Desk;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.touch.TouchFace;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Both faces over pretend counters, on free ports of the loopback. */
public final class Showroom implements AutoCloseable {
    private static final Path PEOPLE = Path.of("../../packaging/training/people/05");

    public final PretendDesk desk = new PretendDesk();
    public final PretendUpkeep upkeep = new PretendUpkeep();
    private final Server citizen;
    private final Server staff;

    public Showroom() throws Exception {
        citizen = server("citizen", Desk.class.getName(), desk);
        staff = server("staff", Upkeep.class.getName(), upkeep);
    }

    private static Server server(String surface, String name, Object counter) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.setInitParameter("zizhu.surface", surface);
        context.setClassLoader(Showroom.class.getClassLoader());
        context.setAttribute(name, counter);
        context.getSessionHandler().getSessionCookieConfig().setName("show-" + surface);
        List<Resource> parts = new ArrayList<>();
        ResourceFactory factory = ResourceFactory.of(context);
        for (var place : Collections.list(Showroom.class.getClassLoader().getResources("META-INF/resources"))) {
            parts.add(factory.newResource(URI.create(place.toString())));
        }
        context.setBaseResource(ResourceFactory.combine(parts));
        context.addServlet(
                new ServletHolder(files("/usr/share/fonts/truetype/wqy", "/usr/share/fonts/truetype/hanazono")),
                "/fonts/*");
        context.addServlet(new ServletHolder(pictures()), "/picture/*");
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addServletContainerInitializer(new TouchFace());
        server.setHandler(context);
        server.start();
        return server;
    }

    private static HttpServlet files(String... folders) {
        return new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                for (String folder : folders) {
                    Path file = Path.of(folder + request.getPathInfo());
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, response.getOutputStream());
                        return;
                    }
                }
                response.setStatus(404);
            }
        };
    }

    private static HttpServlet pictures() {
        return new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                boolean live = !request.getPathInfo().endsWith("register");
                response.setContentType("image/jpeg");
                Files.copy(PEOPLE.resolve(live ? "live-1.jpg" : "id-photo.jpg"), response.getOutputStream());
            }
        };
    }

    public String citizenUrl() {
        return citizen.getURI().toString();
    }

    public String staffUrl() {
        return staff.getURI().toString();
    }

    @Override
    public void close() throws Exception {
        citizen.stop();
        staff.stop();
    }
}
