package io.zizhu.central.web;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Read;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bodies in and out, the same on both doors; every answer forbids caching and guessing of types. */
final class Http {
    private Http() {}

    /** The whole body, or nothing where it is longer than {@code most}. */
    static Optional<byte[]> body(HttpServletRequest request, int most) throws IOException {
        byte[] read = request.getInputStream().readNBytes(most + 1);
        return read.length > most ? Optional.empty() : Optional.of(read);
    }

    /** Reads a form from the body; answers 400 or 413 itself where it cannot. */
    static <T> Optional<T> form(HttpServletRequest request, HttpServletResponse response, Form<T> form, int most)
            throws IOException {
        Optional<byte[]> body = body(request, most);
        if (body.isEmpty()) {
            why(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "longer than " + most + " bytes");
            return Optional.empty();
        }
        return switch (form.open(body.get())) {
            case Read.Good<T>(T value) -> Optional.of(value);
            case Read.Bad<T>(String field, String why) -> {
                why(response, HttpServletResponse.SC_BAD_REQUEST, field + " " + why);
                yield Optional.empty();
            }
        };
    }

    static void json(HttpServletResponse response, int status, Json json) throws IOException {
        send(response, status, "application/json", json.bytes());
    }

    /** A refusal with its reason, in a technician's words. */
    static void why(HttpServletResponse response, int status, String why) throws IOException {
        json(response, status, Json.Obj.EMPTY.with("reason", why));
    }

    static void html(HttpServletResponse response, String page) throws IOException {
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
        response.setHeader("Referrer-Policy", "no-referrer");
        send(response, HttpServletResponse.SC_OK, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    static void send(HttpServletResponse response, int status, String type, byte[] bytes) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
