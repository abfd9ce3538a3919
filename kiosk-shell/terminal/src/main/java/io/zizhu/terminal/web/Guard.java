package io.zizhu.terminal.web;

import java.util.List;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Stands before everything of one port, WebSocket upgrades included, and puts the protecting headers on every answer. */
final class Guard extends Handler.Wrapper {
    /**
     * Flow's client starts from an inline script and evaluates what {@code executeJs} sends, so both must be allowed;
     * nothing may come from, or go to, anywhere else.
     */
    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
            + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final List<HttpField> HEADERS = List.of(
            new HttpField("Content-Security-Policy", POLICY),
            new HttpField("X-Content-Type-Options", "nosniff"),
            new HttpField("X-Frame-Options", "DENY"),
            new HttpField("Referrer-Policy", "no-referrer"),
            new HttpField("Cross-Origin-Opener-Policy", "same-origin"),
            new HttpField("Cross-Origin-Resource-Policy", "same-origin"),
            new HttpField("Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=(), serial=()"),
            new HttpField(HttpHeader.CACHE_CONTROL, "no-store"));

    private final Doorkeeper keeper;

    Guard(Doorkeeper keeper, Handler behind) {
        super(behind);
        this.keeper = keeper;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HEADERS.forEach(field -> response.getHeaders().put(field));
        return switch (keeper.judge(knock(request))) {
            case Doorkeeper.Verdict.Enter() -> super.handle(request, response, callback);
            case Doorkeeper.Verdict.Keep(String location) -> {
                response.setStatus(303);
                response.getHeaders().put(HttpHeader.LOCATION, location);
                response.getHeaders()
                        .add(
                                HttpHeader.SET_COOKIE,
                                keeper.cookie() + "=" + keeper.token() + "; Path=/; HttpOnly; SameSite=Strict");
                callback.succeeded();
                yield true;
            }
            case Doorkeeper.Verdict.Refused(int status, String why) -> {
                response.setStatus(status);
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
                Content.Sink.write(response, true, why + "\n", callback);
                yield true;
            }
        };
    }

    private Knock knock(Request request) {
        HttpFields headers = request.getHeaders();
        return new Knock(
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                headers.get(HttpHeader.HOST),
                headers.get(HttpHeader.ORIGIN),
                headers.get("Sec-Fetch-Site"),
                headers.get("Sec-Fetch-Mode"),
                headers.contains(HttpHeader.UPGRADE, "websocket"), // others, such as h2c, are not taken up
                Request.extractQueryParameters(request).getValue("token"),
                cookie(request));
    }

    private @Nullable String cookie(Request request) {
        return Request.getCookies(request).stream()
                .filter(each -> each.getName().equals(keeper.cookie()))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
