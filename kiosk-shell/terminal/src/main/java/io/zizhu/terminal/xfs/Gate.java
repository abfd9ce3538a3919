package io.zizhu.terminal.xfs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every upgrade: the exact host (against DNS rebinding), no page of anybody else's, the token of this start,
 * an address that is there. Any thread.
 */
final class Gate extends Handler.Wrapper {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BEARER = "Bearer ";

    private final Set<String> hosts;
    private final Set<String> origins;
    private final Predicate<String> address;
    private final String token;

    /** Why somebody stays outside. */
    private record Refused(int status, String why) {}

    /** @param address which paths are there */
    Gate(int port, Predicate<String> address, Handler behind) {
        super(behind);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
        this.address = address;
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    String token() {
        return token;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Refused> refused = judge(request);
        if (refused.isEmpty()) {
            return super.handle(request, response, callback);
        }
        response.setStatus(refused.get().status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        Content.Sink.write(response, true, refused.get().why() + "\n", callback);
        return true;
    }

    private Optional<Refused> judge(Request request) {
        HttpFields headers = request.getHeaders();
        String host = headers.get(HttpHeader.HOST);
        if (host == null || !hosts.contains(host)) {
            return Optional.of(new Refused(421, "this host is not served here"));
        }
        String origin = headers.get(HttpHeader.ORIGIN);
        if (origin != null && !origins.contains(origin)) {
            return Optional.of(new Refused(403, "this origin is not served here"));
        }
        if (!same(shown(request))) {
            return Optional.of(new Refused(403, "show the token of this start"));
        }
        if (!address.test(Request.getPathInContext(request))) {
            return Optional.of(new Refused(404, "no such service"));
        }
        return headers.contains(HttpHeader.UPGRADE, "websocket")
                ? Optional.empty()
                : Optional.of(new Refused(426, "WebSocket only"));
    }

    private static @Nullable String shown(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length())
                : Request.extractQueryParameters(request).getValue("token");
    }

    private boolean same(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
