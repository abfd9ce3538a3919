package io.zizhu.measure;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import com.vaadin.flow.shared.ui.Transport;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The least that Vaadin can be on this Jetty: one view with one button, initializers named by hand, push as the terminal
 * has it. Prints {@code BARE READY citizen=<url>} and stays until SIGTERM.
 */
public final class BareApp {
    private BareApp() {}

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        context.setClassLoader(BareApp.class.getClassLoader());
        context.setBaseResource(resources(context));
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addServletContainerInitializer((_, servlets) -> mount(servlets));
        server.setHandler(context);
        server.setStopAtShutdown(true);
        server.start();
        System.out.println("BARE READY citizen=http://127.0.0.1:" + connector.getLocalPort() + "/");
        server.join();
    }

    private static void mount(ServletContext context) throws ServletException {
        new LookupServletContainerInitializer().onStartup(Set.of(LookupInitializer.class), context);
        new RouteRegistryInitializer().onStartup(Set.of(View.class), context);
        new ErrorNavigationTargetInitializer().onStartup(Set.of(), context);
        new VaadinAppShellInitializer().onStartup(Set.of(Shell.class), context);
        var servlet = context.addServlet("bare", VaadinServlet.class);
        servlet.setAsyncSupported(true);
        servlet.setLoadOnStartup(1);
        servlet.addMapping("/*");
    }

    private static Resource resources(ServletContextHandler context) throws IOException {
        List<Resource> parts = new ArrayList<>();
        for (URL place : Collections.list(BareApp.class.getClassLoader().getResources("META-INF/resources"))) {
            parts.add(ResourceFactory.of(context).newResource(URI.create(place.toString())));
        }
        return ResourceFactory.combine(parts);
    }

    /** Push as the terminal's page has it. */
    @Push(transport = Transport.WEBSOCKET_XHR)
    public static final class Shell implements AppShellConfigurator {
        private static final long serialVersionUID = 1L;
    }

    /** One button that says something else at each press. */
    @Route("")
    public static final class View extends Div {
        private static final long serialVersionUID = 1L;

        private int presses;

        public View() {
            NativeButton button = new NativeButton("0");
            button.getElement().setAttribute("data-act", "press");
            button.addClickListener(_ -> button.setText(String.valueOf(++presses)));
            getElement().setAttribute("data-scene", "bare");
            add(button);
        }
    }
}
