package io.zizhu.console;

import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import io.zizhu.console.shell.NotHere;
import io.zizhu.console.shell.Shell;
import io.zizhu.console.shell.Texts;
import io.zizhu.console.shell.Trouble;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Set;

/**
 * Mounts the console in a servlet context that holds the {@code Fleet}. Found by the centre with {@code
 * ServiceLoader}; called once, on the thread that starts the centre's door. Nothing is scanned: the views are named
 * here.
 */
public final class Face implements ServletContainerInitializer {
    @Override
    public void onStartup(Set<Class<?>> found, ServletContext context) throws ServletException {
        new LookupServletContainerInitializer()
                .onStartup(Set.of(LookupInitializer.class, Texts.class, Guard.class), context);
        new RouteRegistryInitializer()
                .onStartup(
                        Set.of(
                                Login.class,
                                Terminals.class,
                                TerminalPage.class,
                                Changes.class,
                                Rollouts.class,
                                Watch.class,
                                Accounts.class,
                                Audit.class),
                        context);
        new ErrorNavigationTargetInitializer().onStartup(Set.of(NotHere.class, Trouble.class), context);
        new VaadinAppShellInitializer().onStartup(Set.of(Shell.class), context);
        var servlet = context.addServlet("console", new VaadinServlet());
        servlet.setAsyncSupported(true);
        servlet.setLoadOnStartup(1);
        servlet.setInitParameter("i18n.provider", Texts.class.getName());
        servlet.setInitParameter("closeIdleSessions", "true");
        servlet.addMapping("/*");
    }
}
