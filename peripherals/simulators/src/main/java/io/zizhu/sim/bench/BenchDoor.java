package io.zizhu.sim.bench;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets callers of this machine in: exact Host, own Origin, short bodies; then asks the desk. Each call on a virtual
 * thread of its own.
 */
final class BenchDoor implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BenchDoor.class);
    private static final int LONGEST_BODY = 65_536;

    private final BenchDesk desk;
    private final Set<String> hosts;

    BenchDoor(BenchDesk desk, int port) {
        this.desk = desk;
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    @Override
    public void handle(HttpExchange call) throws IOException {
        try (call) {
            Answer answer = strange(call).orElseGet(() -> answer(call));
            Headers headers = call.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            if (answer.type().startsWith("text/html")) {
                headers.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'self'; base-uri 'none'");
            }
            if (!answer.type().isEmpty()) {
                headers.set("Content-Type", answer.type());
            }
            boolean empty = answer.status() == 204 || call.getRequestMethod().equals("HEAD");
            call.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                call.getResponseBody().write(answer.body());
            }
        }
    }

    /** Somebody else's name for this machine (DNS rebinding) or another page's script is turned away. */
    private Optional<Answer> strange(HttpExchange call) {
        String host = call.getRequestHeaders().getFirst("Host");
        if (host == null || !hosts.contains(host)) {
            return Optional.of(Answer.no(421, "the bench answers to its loopback address only"));
        }
        String origin = call.getRequestHeaders().getFirst("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            return Optional.of(Answer.no(403, "the bench is played from its own page only"));
        }
        return Optional.empty();
    }

    private Answer answer(HttpExchange call) {
        URI uri = call.getRequestURI();
        List<String> way = Arrays.stream(uri.getPath().split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        try {
            return switch (call.getRequestMethod()) {
                case "GET", "HEAD" -> desk.look(way);
                case "POST" -> {
                    byte[] body = call.getRequestBody().readNBytes(LONGEST_BODY + 1);
                    yield body.length > LONGEST_BODY
                            ? Answer.no(413, "too long")
                            : desk.play(way, new String(body, StandardCharsets.UTF_8));
                }
                default -> Answer.no(405, "GET or POST");
            };
        } catch (IOException | RuntimeException broken) {
            LOG.error("{} {}", call.getRequestMethod(), uri.getPath(), broken);
            return Answer.no(500, "the bench stumbled; its log says where");
        }
    }
}
