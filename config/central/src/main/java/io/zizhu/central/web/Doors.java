package io.zizhu.central.web;

import io.zizhu.central.backoffice.pay.Wallet;
import io.zizhu.central.fleet.Fleet;
import io.zizhu.central.registry.Authority;
import io.zizhu.central.registry.Technicians;
import io.zizhu.central.registry.Terminals;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Json;
import jakarta.servlet.ServletContainerInitializer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the centre's two doors. */
public final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    /** Where the pretend payers of training are, on the console's door. */
    public static final String WALLET = "/training/pay";

    private static final String FACE = "io.zizhu.console";

    private Doors() {}

    /**
     * What the line's door needs.
     *
     * @param mqtt where the broker is, {@code host:port}
     * @param joined told of every new terminal
     */
    public record Line(
            String host,
            int port,
            Door.Tls tls,
            Terminals terminals,
            Authority authority,
            Json.Obj root,
            String mqtt,
            Function<String, Optional<Pointer>> pointer,
            Function<String, Optional<byte[]>> bundle,
            BiFunction<String, Question, Answer> backOffice,
            Consumer<String> joined) {}

    /**
     * What the console's door needs.
     *
     * @param tls empty for plain HTTP, which is allowed on the loopback address alone
     * @param wallet the pretend payers of training, empty where money is real
     */
    public record Console(
            String host,
            int port,
            Optional<Door.Tls> tls,
            Fleet fleet,
            Technicians technicians,
            Optional<Wallet> wallet) {}

    public static Door line(Line plan) {
        var context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        plainErrors(context);
        context.addServlet(
                new ServletHolder(new LineServlet(new LineServlet.Parts(
                        plan.terminals,
                        plan.authority,
                        plan.root,
                        plan.mqtt,
                        plan.pointer,
                        plan.bundle,
                        plan.backOffice,
                        plan.joined))),
                "/line/*");
        return Door.secure(plan.host, plan.port, plan.tls, true, context);
    }

    public static Door console(Console plan) {
        if (plan.tls.isEmpty() && !plan.host.equals("127.0.0.1")) {
            throw new IllegalArgumentException("the console speaks plain HTTP on the loopback address only");
        }
        var context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.getSessionHandler().getSessionCookieConfig().setName("KSID_console");
        context.getSessionHandler().getSessionCookieConfig().setHttpOnly(true);
        context.getSessionHandler().getSessionCookieConfig().setSecure(plan.tls.isPresent());
        context.getSessionHandler().setMaxInactiveInterval(15 * 60);
        plainErrors(context);
        context.setAttribute(Fleet.ATTRIBUTE, plan.fleet);
        var access = new Access(plan.technicians);
        context.addServlet(new ServletHolder(new ApiServlet(plan.fleet, access)), "/api/*");
        context.addServlet(new ServletHolder(new BooksServlet(plan.fleet.books(), access)), "/api/books/*");
        context.addServlet(new ServletHolder(new AuditServlet(plan.fleet.archive(), access)), "/api/audit/*");
        var open = new ServletHolder(new OpenServlet(plan.fleet));
        for (String path : List.of("/openapi.yaml", "/health", "/check")) {
            context.addServlet(open, path);
        }
        plan.wallet.ifPresent(
                wallet -> context.addServlet(new ServletHolder(new WalletServlet(wallet)), WALLET + "/*"));
        face(context);
        return plan.tls.isPresent()
                ? Door.secure(plan.host, plan.port, plan.tls.get(), false, context)
                : Door.plain(plan.host, plan.port, context);
    }

    /** An unexpected error tells the caller nothing of the inside; the log has it all. */
    private static void plainErrors(ServletContextHandler context) {
        var errors = new ErrorPageErrorHandler();
        errors.setShowStacks(false);
        errors.setShowCauses(false);
        context.setErrorHandler(errors);
    }

    /** Lets the console's face in, where its jar is on the class path; the door knows nothing else of it. */
    private static void face(ServletContextHandler context) {
        Optional<ServletContainerInitializer> face = StreamSupport.stream(
                        ServiceLoader.load(ServletContainerInitializer.class).spliterator(), false)
                .filter(each -> each.getClass().getPackageName().startsWith(FACE))
                .findFirst();
        if (face.isEmpty()) {
            LOG.info("no console face on the class path: the JSON interface only");
            return;
        }
        context.setClassLoader(Doors.class.getClassLoader());
        List<Resource> resources = resources(context);
        if (!resources.isEmpty()) {
            context.setBaseResource(ResourceFactory.combine(resources));
        }
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addServletContainerInitializer(face.get(), Set.<Class<?>>of().toArray(Class<?>[]::new));
    }

    private static List<Resource> resources(ServletContextHandler context) {
        try {
            return Collections.list(Doors.class.getClassLoader().getResources("META-INF/resources")).stream()
                    .map(url -> ResourceFactory.of(context).newResource(url))
                    .filter(resource -> resource != null && resource.exists())
                    .toList();
        } catch (java.io.IOException failed) {
            throw new IllegalStateException("cannot look for static resources", failed);
        }
    }
}
