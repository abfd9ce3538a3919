package io.zizhu.console;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;

/** Lets nobody past the login page who has not proven a name: asked before every navigation of every window. */
public final class Guard implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(started -> started.getUI().addBeforeEnterListener(entering -> {
            boolean atLogin = entering.getNavigationTarget().equals(Login.class);
            if (!atLogin && Counter.technician().isEmpty()) {
                entering.forwardTo(Login.class);
            }
        }));
    }
}
