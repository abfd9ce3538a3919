package io.zizhu.console;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinSession;
import io.zizhu.central.fleet.Fleet;
import io.zizhu.central.fleet.Fleet.Technician;
import java.util.Optional;

/** The way from a view to the one {@code Fleet} in the servlet context, and to who is at the counter. UI threads. */
final class Counter {
    private Counter() {}

    static Fleet fleet() {
        if (VaadinService.getCurrent().getContext() instanceof VaadinServletContext context
                && context.getContext().getAttribute(Fleet.ATTRIBUTE) instanceof Fleet fleet) {
            return fleet;
        }
        throw new IllegalStateException("the centre has put no Fleet into the servlet context");
    }

    /** Who is logged in in this session. */
    static Optional<Technician> technician() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(session -> session.getAttribute(Technician.class));
    }

    /** The same where the guard has let somebody in. */
    static Technician someone() {
        return technician().orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }

    /** Whether whoever is logged in is a supervisor; asked of the centre, never remembered. */
    static boolean supervises() {
        return technician().filter(fleet()::supervises).isPresent();
    }

    /** Opens the session for a technician under a new session id, so that one known before is worth nothing. */
    static void enter(Technician technician) {
        VaadinService.reinitializeSession(VaadinRequest.getCurrent());
        VaadinSession.getCurrent().setAttribute(Technician.class, technician);
    }

    static void leave() {
        VaadinSession.getCurrent().setAttribute(Technician.class, null);
        VaadinSession.getCurrent().getSession().invalidate();
    }
}
