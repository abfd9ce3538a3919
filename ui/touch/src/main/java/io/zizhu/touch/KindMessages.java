package io.zizhu.touch;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;

/**
 * No English technician's boxes before a citizen: when the session is gone, the greeting comes back by itself. Found by
 * Vaadin through {@code META-INF/services}.
 */
public final class KindMessages implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(_ -> {
            CustomizedSystemMessages messages = new CustomizedSystemMessages();
            messages.setSessionExpiredNotificationEnabled(false);
            messages.setInternalErrorNotificationEnabled(false);
            return messages;
        });
    }
}
