package io.zizhu.touch;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.zizhu.touch.kit.Texts;

/**
 * No English technician's boxes before a citizen: when the session is gone, the greeting comes back by itself. Found by
 * Vaadin through {@code META-INF/services}.
 */
public final class KindMessages implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;
    private static final int PATIENT = 1_000_000; // the terminal comes back by itself, and nobody here can press F5

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(_ -> {
            CustomizedSystemMessages messages = new CustomizedSystemMessages();
            messages.setSessionExpiredNotificationEnabled(false);
            messages.setInternalErrorNotificationEnabled(false);
            return messages;
        });
        event.getSource().addUIInitListener(opened -> {
            ReconnectDialogConfiguration lost = opened.getUI().getReconnectDialogConfiguration();
            String words = Texts.RECONNECTING.zh() + " " + Texts.RECONNECTING.en();
            lost.setDialogText(words);
            lost.setDialogTextGaveUp(words);
            lost.setReconnectAttempts(PATIENT);
            lost.setReconnectInterval(1000);
        });
    }
}
