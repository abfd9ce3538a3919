package io.zizhu.central.web;

import io.zizhu.central.registry.Authority;
import io.zizhu.central.registry.Pem;
import io.zizhu.central.registry.Subject;
import io.zizhu.central.registry.Terminals;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.report.Join;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line over HTTPS (docs/line.md). Only {@code join} is heard without a certificate; everything else needs the
 * one its terminal holds now. Virtual threads; bodies are never logged.
 */
final class LineServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(LineServlet.class);
    private static final Pattern DIGEST = Pattern.compile("/bundle/([0-9a-f]{64})");
    private static final int MOST_JOIN = 16 * 1024;
    private static final int MOST_ASK = 2 * 1024 * 1024;

    private final transient Parts parts;

    LineServlet(Parts parts) {
        this.parts = parts;
    }

    /**
     * What the line needs.
     *
     * @param mqtt where the broker is, {@code host:port}
     * @param joined told of every new terminal, so that its pointer is waiting for it
     */
    record Parts(
            Terminals terminals,
            Authority authority,
            Json.Obj root,
            String mqtt,
            Function<String, Optional<Pointer>> pointer,
            Function<String, Optional<byte[]>> bundle,
            BiFunction<String, Question, Answer> backOffice,
            Consumer<String> joined) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (path(request)) {
            case "/join" -> join(request, response);
            case "/renew" -> {
                Optional<String> terminal = caller(request, response);
                if (terminal.isPresent()) {
                    renew(terminal.get(), request, response);
                }
            }
            case "/ask" -> {
                Optional<String> terminal = caller(request, response);
                if (terminal.isPresent()) {
                    ask(terminal.get(), request, response);
                }
            }
            default -> nothing(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> terminal = caller(request, response);
        if (terminal.isEmpty()) {
            return;
        }
        var digest = DIGEST.matcher(path(request));
        if (path(request).equals("/pointer")) {
            Optional<Pointer> pointer = parts.pointer.apply(terminal.get());
            if (pointer.isPresent()) {
                Http.json(response, HttpServletResponse.SC_OK, Pointer.FORM.write(pointer.get()));
            } else {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
        } else if (digest.matches()) {
            Optional<byte[]> bundle = parts.bundle.apply(digest.group(1));
            if (bundle.isPresent()) {
                Http.send(response, HttpServletResponse.SC_OK, "application/json", bundle.get());
            } else {
                Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such bundle");
            }
        } else {
            Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such door");
        }
    }

    private void join(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Join.Request> asked = Http.form(request, response, Join.Request.FORM, MOST_JOIN);
        if (asked.isEmpty()) {
            return;
        }
        Terminals.Joining joining =
                parts.terminals.join(asked.get().code(), asked.get().csr());
        if (joining instanceof Terminals.Joining.Joined(String terminal, X509Certificate _)) {
            LOG.info("terminal {} joined", terminal);
            parts.joined.accept(terminal);
        }
        answer(response, joining);
    }

    private void renew(String terminal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Join.Request> asked = Http.form(request, response, Join.Request.FORM, MOST_JOIN);
        if (asked.isPresent()) {
            answer(response, parts.terminals.renew(terminal, asked.get().csr()));
        }
    }

    private void answer(HttpServletResponse response, Terminals.Joining joining) throws IOException {
        switch (joining) {
            case Terminals.Joining.Refused(String why) -> {
                LOG.warn("a terminal was not let in: {}", why);
                Http.why(response, HttpServletResponse.SC_FORBIDDEN, why);
            }
            case Terminals.Joining.Joined(String terminal, X509Certificate certificate) ->
                Http.json(
                        response,
                        HttpServletResponse.SC_OK,
                        Join.Welcome.FORM.write(new Join.Welcome(
                                terminal,
                                Pem.text(certificate),
                                Pem.text(parts.authority.certificate()),
                                parts.root,
                                parts.mqtt)));
        }
    }

    /** Every connection ends with its answer: a kept one would keep the person in the buffers at both ends. */
    private void ask(String terminal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        Optional<Question> question = Http.form(request, response, Question.FORM, MOST_ASK);
        if (question.isPresent()) {
            Answer answer = parts.backOffice.apply(terminal, question.get());
            Http.json(response, HttpServletResponse.SC_OK, Answer.FORM.write(answer));
        }
    }

    private void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (caller(request, response).isPresent()) {
            Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such door");
        }
    }

    /** Which terminal calls; answers 401 or 403 itself where none does. */
    private Optional<String> caller(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                && chain.length > 0) {
            Optional<String> name =
                    Subject.commonName(chain[0]).filter(each -> parts.terminals.welcome(each, chain[0]));
            if (name.isEmpty()) {
                Http.why(response, HttpServletResponse.SC_FORBIDDEN, "this certificate is not welcome");
            }
            return name;
        }
        Http.why(response, HttpServletResponse.SC_UNAUTHORIZED, "a client certificate is needed");
        return Optional.empty();
    }

    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getPathInfo());
    }
}
