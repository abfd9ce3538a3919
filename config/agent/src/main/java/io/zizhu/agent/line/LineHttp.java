package io.zizhu.agent.line;

import io.zizhu.wire.bundle.Bundle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** HTTPS to the centre's line port, TLS 1.3, one patience for the whole exchange, bodies of bounded length. Any thread. */
final class LineHttp implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** What came back. */
    sealed interface Reply {
        /** 200 and its body. */
        record Body(byte[] bytes) implements Reply {}

        /** Any other status. */
        record Refused(int status, byte[] body) implements Reply {}

        /** No answer in time, or none at all. */
        record Away(String reason) implements Reply {}
    }

    private final URI line;
    private final HttpClient client;

    LineHttp(URI line, SSLContext context) {
        this.line = line;
        this.client = HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    Reply get(String path, Duration patience) throws InterruptedException {
        return exchange(HttpRequest.newBuilder(line.resolve(path)).GET().build(), patience);
    }

    Reply post(String path, byte[] body, Duration patience) throws InterruptedException {
        var request = HttpRequest.newBuilder(line.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return exchange(request, patience);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Reply exchange(HttpRequest request, Duration patience) throws InterruptedException {
        var future = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Bundle.MOST_BYTES));
        try {
            HttpResponse<byte[]> response = future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200
                    ? new Reply.Body(response.body())
                    : new Reply.Refused(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            return new Reply.Away("no answer within " + patience);
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case IOException away -> new Reply.Away(reason(away));
                case null, default -> throw new IllegalStateException(e);
            };
        } finally {
            future.cancel(true);
        }
    }

    /** TLS trouble hides its cause two deep; the message names no citizen, only hosts and certificates. */
    private static String reason(IOException away) {
        Throwable deepest = away;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }
}
