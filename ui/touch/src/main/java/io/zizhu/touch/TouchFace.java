package io.zizhu.touch;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import io.zizhu.touch.kit.Broken;
import io.zizhu.touch.kit.Lost;
import io.zizhu.touch.scene.CitizenView;
import io.zizhu.touch.staff.StaffView;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import java.util.Set;

/**
 * Mounts Vaadin for one surface. The terminal's Jetty finds this class with {@code ServiceLoader} and knows no Vaadin;
 * it says the surface ({@code citizen} or {@code staff}) in the init parameter {@code zizhu.surface} and hands over the
 * {@code Desk} or {@code Upkeep} as the context attribute of that name.
 */
public final class TouchFace implements ServletContainerInitializer {
    private static final String SURFACE = "zizhu.surface";

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) throws ServletException {
        Class<? extends Component> view = view(context.getInitParameter(SURFACE));
        new LookupServletContainerInitializer().onStartup(Set.of(LookupInitializer.class), context);
        new RouteRegistryInitializer().onStartup(Set.of(view), context);
        new ErrorNavigationTargetInitializer().onStartup(Set.of(Lost.class, Broken.class), context);
        new VaadinAppShellInitializer().onStartup(Set.of(Shell.class), context);
        ServletRegistration.Dynamic servlet = context.addServlet("touch", VaadinServlet.class);
        servlet.setAsyncSupported(true);
        servlet.setLoadOnStartup(1);
        servlet.addMapping("/*");
    }

    private static Class<? extends Component> view(String surface) throws ServletException {
        return switch (String.valueOf(surface)) {
            case "citizen" -> CitizenView.class;
            case "staff" -> StaffView.class;
            default -> throw new ServletException(SURFACE + ": \"" + surface + "\" is neither citizen nor staff");
        };
    }
}
