package io.zizhu.terminal.xfs;

import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Heard;
import io.zizhu.terminal.xfs.message.Message;
import io.zizhu.terminal.xfs.message.Refusal;
import io.zizhu.terminal.xfs.message.Request;
import io.zizhu.wire.json.Json;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to one service: checks what comes, and sends from one thread what anybody has to say. Who does not read
 * what is sent is let go; nobody ever waits for a client.
 */
final class Client {
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    /** More than all commands of one client and a burst of events; then it does not read. */
    private static final int UNREAD = 256;

    private final ArrayBlockingQueue<String> unsent = new ArrayBlockingQueue<>(UNREAD);
    private final Set<Integer> live = ConcurrentHashMap.newKeySet(); // put in by the reader, taken out by who completes
    private final Wire wire;
    private final String token;
    private final Thread writer;
    private volatile boolean closed;

    /** The connection itself. */
    interface Wire {
        void send(String text) throws IOException;

        /** Cuts the connection without a word: who does not read would not read that either. Any thread, at once. */
        void drop();
    }

    /** @param token what a service's address needs behind it; empty where the client shows its token otherwise */
    Client(Wire wire, String token) {
        this.wire = wire;
        this.token = token;
        this.writer = Thread.ofVirtual().name("xfs-client").start(this::write);
    }

    String token() {
        return token;
    }

    /** The reader's thread alone. */
    void hear(Service service, String text) {
        switch (Heard.of(text)) {
            case Heard.Unclear unclear -> {
                LOG.debug("a message was refused, {}: {}", unclear.refusal(), unclear.why());
                say(Message.refusal(unclear));
            }
            case Heard.Command(Request request) -> {
                if (live.add(request.id())) {
                    service.hear(this, request);
                } else {
                    say(Message.refusal(request, Refusal.INVALID_REQUEST_ID));
                }
            }
        }
    }

    void refuse(Request request, Refusal refusal) {
        live.remove(request.id());
        say(Message.refusal(request, refusal));
    }

    void acknowledge(Request request) {
        say(Message.acknowledgement(request));
    }

    /** @param version of the completion message */
    void complete(Request request, String version, Answer answer) {
        live.remove(request.id()); // first: who hears it may use the number again at once
        say(Message.completion(request, version, answer));
    }

    /** Any thread; returns at once. */
    void say(Json.Obj message) {
        if (!closed && !unsent.offer(message.canonical())) {
            LOG.warn("a client does not read what it is sent and is let go");
            close();
        }
    }

    private void write() {
        try {
            while (true) {
                wire.send(unsent.take());
            }
        } catch (IOException gone) {
            LOG.debug("a client is gone", gone);
            wire.drop();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Any thread, more than once; returns at once. */
    void close() {
        closed = true;
        writer.interrupt();
        wire.drop();
    }
}
