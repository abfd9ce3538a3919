package io.zizhu.terminal.web;

import io.zizhu.device.camera.Portrait;
import io.zizhu.service.desk.Desk;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the door answers itself, beside the face. */
final class Answers {
    private Answers() {}

    private interface Answer {
        void to(String path, HttpServletResponse response) throws IOException;
    }

    private static HttpServlet get(Answer answer) {
        return new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                String path = request.getPathInfo();
                answer.to(path == null ? "" : path, response);
            }
        };
    }

    static HttpServlet health(Supplier<Health> health) {
        return get((path, response) ->
                bytes(response, "application/json", health.get().json()));
    }

    static HttpServlet metrics(Supplier<Health> health) {
        return get((path, response) -> bytes(
                response,
                "text/plain; version=0.0.4; charset=utf-8",
                health.get().metrics().getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code /picture/{visit}/{name}}: only while that visit lasts. */
    static HttpServlet pictures(Desk desk) {
        return get((path, response) -> {
            String[] parts = path.split("/", -1);
            Optional<Portrait> picture =
                    parts.length == 3 && !parts[1].isEmpty() ? desk.picture(parts[1], parts[2]) : Optional.empty();
            if (picture.isPresent()) {
                bytes(response, "image/jpeg", picture.get().jpeg());
            } else {
                response.setStatus(404);
            }
        });
    }

    /** {@code /fonts/{file name}}: the paper's fonts for the screen, kept by the browser. */
    static HttpServlet fonts(List<Path> files) {
        return get((path, response) -> {
            Optional<Path> file = files.stream()
                    .filter(font -> path.equals("/" + font.getFileName()))
                    .findFirst();
            if (file.isEmpty()) {
                response.setStatus(404);
                return;
            }
            response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
            if (path.endsWith(".ttc")) {
                bytes(response, "font/ttf", LooseFont.of(file.get()));
                return;
            }
            response.setContentType("font/ttf");
            response.setContentLengthLong(Files.size(file.get()));
            Files.copy(file.get(), response.getOutputStream());
        });
    }

    private static void bytes(HttpServletResponse response, String type, byte[] bytes) throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
