package io.zizhu.terminal.xfs;

import io.zizhu.terminal.xfs.message.Heard;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.ee11.websocket.jakarta.common.JakartaWebSocketSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket: ties a connection to a {@link Client} and its service. Called by Jetty, one call after the other, and
 * public only because Jakarta WebSocket takes no other class; nobody else makes one.
 */
public final class Socket extends Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    private final Function<String, Optional<Service>> services;
    private @Nullable Client client;
    private @Nullable Service service;

    /** @param services by the last part of the address; empty for the publisher */
    Socket(Function<String, Optional<Service>> services) {
        this.services = services;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxTextMessageBufferSize(Heard.LONGEST);
        session.setMaxIdleTimeout(0); // who only listens for events is quiet
        String name = session.getPathParameters().getOrDefault("service", "");
        Service found = services.apply(name).orElse(null);
        if (found == null) {
            ((JakartaWebSocketSession) session).abort(); // it was there a moment ago, at the gate
            return;
        }
        String query = session.getQueryString();
        boolean token = query != null && query.contains("token=");
        Client arrived = new Client(new Sent(session), token ? "?" + query : "");
        client = arrived;
        service = found;
        found.came(arrived);
        session.addMessageHandler(String.class, text -> arrived.hear(found, text));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        Client leaving = client;
        Service left = service;
        if (leaving != null && left != null) {
            left.left(leaving);
            leaving.close();
        }
    }

    @Override
    public void onError(Session session, Throwable trouble) {
        LOG.debug("a connection broke", trouble); // its close follows
    }

    private record Sent(Session session) implements Client.Wire {
        @Override
        public void send(String text) throws IOException {
            session.getBasicRemote().sendText(text);
        }

        @Override
        public void drop() {
            ((JakartaWebSocketSession) session).abort(); // close() would wait for the client
        }
    }
}
