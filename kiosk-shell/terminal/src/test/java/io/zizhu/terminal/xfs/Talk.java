package io.zizhu.terminal.xfs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One connection of a client, by the JDK's own WebSocket. */
final class Talk implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    Talk(HttpClient http, String address, String token) {
        this.socket = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(address), this)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        heard.add("closed " + code);
        return null;
    }

    Talk say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    Talk ask(String name, int id) {
        return ask(name, id, "2.0", 0, "{}");
    }

    Talk ask(String name, int id, String version, int timeout, String payload) {
        return say("{\"header\":{\"name\":\"" + name + "\",\"requestId\":" + id + ",\"type\":\"command\",\"version\":\""
                + version + "\",\"timeout\":" + timeout + "},\"payload\":" + payload + "}");
    }

    /** The next message, events of nobody in particular passed over. */
    String next() throws InterruptedException {
        return next(message -> !message.contains("\"unsolicited\""));
    }

    String next(Predicate<String> which) throws InterruptedException {
        String message = heard.poll(10, TimeUnit.SECONDS);
        while (message != null && !which.test(message)) {
            message = heard.poll(10, TimeUnit.SECONDS);
        }
        assertTrue(message != null, "nothing came");
        return message;
    }

    /** The code of the command's completion; its acknowledgement and events are passed over. */
    String completed(int id) throws InterruptedException {
        String done =
                next(message -> message.contains("\"completion\"") && message.contains("\"requestId\":" + id + ","));
        return Fields.of("message", Json.parse(done).orThrow()).child("header").text("completionCode");
    }

    @Override
    public void close() {
        socket.abort();
    }
}
