package io.zizhu.central.web;

import io.zizhu.central.fleet.Archive;
import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** The archive as HTTP and JSON, under {@code /api/audit}. Both calls are POST: each leaves a row of its own. */
final class AuditServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST = 16 * 1024;

    private final transient Archive archive;
    private final transient Access access;

    AuditServlet(Archive archive, Access access) {
        this.archive = archive;
        this.access = access;
    }

    private record Wanted(String caseNumber, String terminal, String officer, Instant from, Instant to) {
        static final Form<Wanted> FORM = new Form<>(
                "search",
                _ -> Json.Obj.EMPTY,
                fields -> new Wanted(
                        word(fields, "case"),
                        word(fields, "terminal"),
                        word(fields, "officer"),
                        fields.has("from") ? fields.instant("from") : Instant.EPOCH,
                        fields.has("to") ? fields.instant("to") : Instant.parse("9999-01-01T00:00:00Z")));

        private static String word(Fields fields, String name) {
            return fields.has(name) ? fields.text(name, 80) : "";
        }
    }

    private record Range(String terminal, long epoch, long from, long to) {
        static final Form<Range> FORM = new Form<>(
                "range",
                _ -> Json.Obj.EMPTY,
                fields -> new Range(
                        fields.text("terminal", 40),
                        fields.has("epoch") ? fields.count("epoch") : 1,
                        fields.count("from"),
                        fields.count("to")));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!access.bearer(request, response)) {
            return;
        }
        Optional<Technician> by = access.technician(request, response);
        if (by.isEmpty()) {
            return;
        }
        switch (String.valueOf(request.getPathInfo())) {
            case "/searches" -> {
                Optional<Wanted> wanted = Http.form(request, response, Wanted.FORM, MOST);
                if (wanted.isPresent()) {
                    search(by.get(), wanted.get(), response);
                }
            }
            case "/proofs" -> {
                Optional<Range> range = Http.form(request, response, Range.FORM, MOST);
                if (range.isPresent()) {
                    prove(by.get(), range.get(), response);
                }
            }
            default -> Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such door");
        }
    }

    private void search(Technician by, Wanted wanted, HttpServletResponse response) throws IOException {
        switch (archive.search(by, wanted.caseNumber, wanted.terminal, wanted.officer, wanted.from, wanted.to)) {
            case Archive.Result.Found(var rows, long all) ->
                Http.json(
                        response,
                        HttpServletResponse.SC_OK,
                        Json.Obj.EMPTY.with("all", all).with("rows", FleetJson.list(rows, AuditServlet::row)));
            case Archive.Result.NotSupervisor() -> Access.supervisorsOnly(response);
            case Archive.Result.Refused(String why) -> Http.why(response, HttpServletResponse.SC_CONFLICT, why);
        }
    }

    private void prove(Technician by, Range range, HttpServletResponse response) throws IOException {
        Json.Obj said =
                switch (archive.prove(
                        by, range.terminal, (int) Math.min(range.epoch, Integer.MAX_VALUE), range.from, range.to)) {
                    case Archive.Proof.Signed(long head, Instant signed, String key) ->
                        proof("signed")
                                .with("head", head)
                                .with("signedAt", signed.toString())
                                .with("key", key);
                    case Archive.Proof.Linked(long upTo) -> proof("linked").with("provedUpTo", upTo);
                    case Archive.Proof.Broken(long row, String why) ->
                        proof("broken").with("row", row).with("why", why);
                    case Archive.Proof.Unknown() -> proof("unknown");
                };
        Http.json(
                response,
                HttpServletResponse.SC_OK,
                said.with("terminal", range.terminal)
                        .with("epoch", range.epoch)
                        .with("from", range.from)
                        .with("to", range.to));
    }

    private static Json.Obj proof(String verdict) {
        return Json.Obj.EMPTY.with("proof", verdict);
    }

    private static Json.Obj row(Archive.RowLine row) {
        return Json.Obj.EMPTY
                .with("terminal", row.terminal())
                .with("epoch", row.epoch())
                .with("seq", row.seq())
                .with("at", row.at().toString())
                .with("kind", row.kind())
                .with("visit", row.visit())
                .with("open", row.open());
    }
}
