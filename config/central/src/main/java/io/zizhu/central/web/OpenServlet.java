package io.zizhu.central.web;

import io.zizhu.central.fleet.Fleet;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What anybody may ask: the description, whether the centre is well, and whether a certificate is genuine. */
final class OpenServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST = 16 * 1024;

    private final transient Fleet fleet;

    OpenServlet(Fleet fleet) {
        this.fleet = fleet;
    }

    /** A check as JSON asks for it. Withheld: it holds what is printed on a citizen's certificate. */
    private record Asked(String seal, String number, Map<String, String> shown) {
        static final Form<Asked> FORM = new Form<>(
                "check",
                _ -> Json.Obj.EMPTY,
                fields -> new Asked(
                        fields.text("seal"),
                        fields.maybeText("number").orElse(""),
                        fields.has("facts") ? fields.textMap("facts") : Map.of()));

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/openapi.yaml" -> Http.send(response, HttpServletResponse.SC_OK, "application/yaml", description());
            case "/health" -> health(response);
            default -> Http.html(response, CheckPage.empty());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getServletPath().equals("/check")) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (String.valueOf(request.getContentType()).startsWith("application/json")) {
            Optional<Asked> asked = Http.form(request, response, Asked.FORM, MOST);
            if (asked.isPresent()) {
                Http.json(response, HttpServletResponse.SC_OK, written(check(asked.get())));
            }
            return;
        }
        var shown = new LinkedHashMap<String, String>();
        shown.put("name", parameter(request, "name"));
        shown.put("number", parameter(request, "identity"));
        Asked asked = new Asked(parameter(request, "seal"), parameter(request, "number"), shown);
        Http.html(response, CheckPage.result(check(asked)));
    }

    private Fleet.CertificateCheck check(Asked asked) {
        return fleet.check(asked.seal(), asked.number(), asked.shown());
    }

    private void health(HttpServletResponse response) throws IOException {
        Fleet.Health health = fleet.health();
        Http.json(
                response,
                health.store() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                Json.Obj.EMPTY
                        .with("state", health.store() && health.line() ? "inService" : "outOfService")
                        .with("store", health.store())
                        .with("line", health.line())
                        .with("terminals", health.terminals())
                        .with("online", health.online()));
    }

    private static Json written(Fleet.CertificateCheck check) {
        return switch (check) {
            case Fleet.CertificateCheck.Wrong(String where) ->
                Json.Obj.EMPTY.with("genuine", false).with("where", where);
            case Fleet.CertificateCheck.Genuine(String number, String issued, boolean specimen, var lines) ->
                Json.Obj.EMPTY
                        .with("genuine", true)
                        .with("number", number)
                        .with("issued", issued)
                        .with("specimen", specimen)
                        .with("lines", lines);
        };
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static byte[] description() throws IOException {
        try (InputStream in = OpenServlet.class.getResourceAsStream("openapi.yaml")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
