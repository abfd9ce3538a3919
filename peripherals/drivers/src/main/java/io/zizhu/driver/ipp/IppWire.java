package io.zizhu.driver.ipp;

import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import io.zizhu.device.Fault;
import io.zizhu.driver.ipp.Unanswered.Reach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries one IPP packet there and its answer back over HTTP/1.1. Blocks its caller, the owner thread, no longer than
 * asked for, the answer's body included (the request timeout of the JDK's client ends at the headers). Sends nothing
 * twice: the client repeats no POST.
 */
final class IppWire implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** No answer of a printer is nearly as long; one that does not end must not fill the memory. */
    private static final long LONGEST = 256 * 1024;

    private final URI printer;
    private final URI http;
    private final HttpClient client;

    /** @param printer {@code ipp://host[:631]/path} or {@code ipps://…} */
    IppWire(URI printer) {
        this.printer = printer;
        this.http = overHttp(printer);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    private static URI overHttp(URI uri) {
        String scheme = "ipps".equals(uri.getScheme()) ? "https" : "http";
        int port = uri.getPort() < 0 ? 631 : uri.getPort();
        return URI.create(scheme + "://" + uri.getHost() + ":" + port + uri.getRawPath());
    }

    URI printer() {
        return printer;
    }

    /** @param document what follows the attributes, empty for most operations */
    IppPacket ask(IppPacket packet, byte[] document, Duration patience) throws Unanswered {
        HttpRequest request = HttpRequest.newBuilder(http)
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofByteArray(octets(packet, document)))
                .build();
        HttpResponse<byte[]> response = exchange(request, patience);
        if (response.statusCode() != 200) {
            boolean refused = response.statusCode() / 100 == 4;
            throw new Unanswered(
                    new Fault(
                            refused ? Fault.Kind.REFUSED : Fault.Kind.GARBLED,
                            printer + ": HTTP " + response.statusCode()),
                    refused ? Reach.REFUSED : Reach.PERHAPS);
        }
        return good(Answered.of(response.body(), packet.getRequestId()));
    }

    private static byte[] octets(IppPacket packet, byte[] document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (IppOutputStream ipp = new IppOutputStream(out)) {
            ipp.write(packet);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory took no bytes", impossible);
        }
        out.writeBytes(document);
        return out.toByteArray();
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, Duration patience) throws Unanswered {
        CompletableFuture<HttpResponse<byte[]>> answer;
        try {
            answer = client.sendAsync(
                    request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST));
        } catch (IllegalStateException shut) {
            throw new Unanswered(new Fault(Fault.Kind.LOST, printer + ": closed"), Reach.NOT_SENT, shut);
        }
        try {
            return answer.get(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new Unanswered(new Fault(Fault.Kind.SILENT, printer + ": no answer in time"), Reach.PERHAPS, late);
        } catch (ExecutionException broken) {
            throw broken(Objects.requireNonNullElse(broken.getCause(), broken));
        } catch (InterruptedException stop) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered(new Fault(Fault.Kind.LOST, "the owner was stopped"), Reach.PERHAPS, stop);
        }
    }

    private Unanswered broken(Throwable cause) {
        boolean unsent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        return new Unanswered(
                new Fault(Fault.Kind.LOST, printer + ": " + cause.getMessage()),
                unsent ? Reach.NOT_SENT : Reach.PERHAPS,
                cause);
    }

    private IppPacket good(Answered answered) throws Unanswered {
        return switch (answered) {
            case Answered.Well(IppPacket packet) -> packet;
            case Answered.No(Fault.Kind kind, String why) ->
                throw new Unanswered(new Fault(kind, printer + ": " + why), Reach.REFUSED);
            case Answered.Garbage(String why) ->
                throw new Unanswered(new Fault(Fault.Kind.GARBLED, printer + ": " + why), Reach.PERHAPS);
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
