package io.zizhu.central.web;

import io.zizhu.central.fleet.Fleet;
import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything the console can do, as HTTP and JSON ({@code /openapi.yaml}). Who may
 * call is {@link Access}'s.
 */
final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST = 2 * 1024 * 1024;
    private static final Pattern TERMINAL =
            Pattern.compile("/terminals/([A-Za-z0-9-]{1,40})(?:/(revoke|journal-anew))?");
    private static final Pattern DRAFT = Pattern.compile("/drafts/(\\d{1,15})/(approve|reject)");
    private static final Pattern WIDEN = Pattern.compile("/rollouts/(\\d{1,15})/widen");

    private final transient Fleet fleet;
    private final transient Access access;

    ApiServlet(Fleet fleet, Access access) {
        this.fleet = fleet;
        this.access = access;
    }

    private record Login(String name, String password) {
        static final Form<Login> FORM = new Form<>(
                "login",
                _ -> Json.Obj.EMPTY,
                fields -> new Login(fields.text("name", 80), fields.text("password", 200)));

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** A draft: a whole section's content, or one fee. */
    private sealed interface Wish {
        Form<Wish> FORM = new Form<>(
                "draft",
                _ -> Json.Obj.EMPTY,
                fields -> fields.has("feeFen")
                        ? new Fee(fields.text("item", 40), fields.count("feeFen"))
                        : new Whole(fields.text("section", 40), fields.object("content")));

        record Whole(String section, Json.Obj content) implements Wish {}

        record Fee(String item, long fen) implements Wish {}
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!access.bearer(request, response)) {
            return;
        }
        String path = path(request);
        Matcher terminal = TERMINAL.matcher(path);
        if (terminal.matches() && terminal.group(2) == null) {
            Optional<Fleet.TerminalPage> page = fleet.terminal(terminal.group(1));
            if (page.isPresent()) {
                Http.json(response, HttpServletResponse.SC_OK, FleetJson.page(page.get()));
            } else {
                nothing(response);
            }
            return;
        }
        Optional<Json.Arr> list = list(path);
        if (list.isPresent()) {
            Http.json(response, HttpServletResponse.SC_OK, list.get());
        } else {
            nothing(response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!access.bearer(request, response)) {
            return;
        }
        switch (path(request)) {
            case "/sessions" -> login(request, response);
            case "/join-codes" ->
                Http.json(response, HttpServletResponse.SC_OK, Json.Obj.EMPTY.with("join", fleet.newJoinCode()));
            default -> {
                Optional<Technician> by = access.technician(request, response);
                if (by.isPresent()) {
                    act(by.get(), request, response);
                }
            }
        }
    }

    private Optional<Json.Arr> list(String path) {
        return switch (path) {
            case "/terminals" -> Optional.of(FleetJson.list(fleet.terminals(), FleetJson::line));
            case "/sections" -> Optional.of(FleetJson.list(fleet.sections(), FleetJson::section));
            case "/items" -> Optional.of(FleetJson.list(fleet.items(), FleetJson::item));
            case "/drafts" -> Optional.of(FleetJson.list(fleet.drafts(), FleetJson::draft));
            case "/rollouts" -> Optional.of(FleetJson.list(fleet.rollouts(), FleetJson::rollout));
            case "/cases" -> Optional.of(FleetJson.list(fleet.officerCases(), FleetJson::officerCase));
            case "/alarms" -> Optional.of(FleetJson.list(fleet.alarms(), FleetJson::alarm));
            default -> Optional.empty();
        };
    }

    private void act(Technician by, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        Matcher draft = DRAFT.matcher(path);
        Matcher terminal = TERMINAL.matcher(path);
        Matcher widen = WIDEN.matcher(path);
        if (path.equals("/drafts")) {
            Optional<Wish> wish = Http.form(request, response, Wish.FORM, MOST);
            if (wish.isPresent()) {
                outcome(response, write(by, wish.get()));
            }
        } else if (draft.matches()) {
            long id = Long.parseLong(draft.group(1));
            outcome(response, draft.group(2).equals("approve") ? fleet.approve(by, id) : fleet.reject(by, id));
        } else if (terminal.matches() && terminal.group(2) != null) {
            boolean revoke = terminal.group(2).equals("revoke");
            done(response, revoke ? fleet.revoke(by, terminal.group(1)) : fleet.journalAnew(by, terminal.group(1)));
        } else if (widen.matches()) {
            done(response, fleet.widen(by, Long.parseLong(widen.group(1))));
        } else {
            nothing(response);
        }
    }

    private Fleet.Outcome write(Technician by, Wish wish) {
        return switch (wish) {
            case Wish.Whole(String section, Json.Obj content) -> fleet.draft(by, section, content.canonical());
            case Wish.Fee(String item, long fen) -> fleet.draftFee(by, item, fen);
        };
    }

    private void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Login> login = Http.form(request, response, Login.FORM, MOST);
        if (login.isEmpty()) {
            return;
        }
        Optional<Technician> known =
                fleet.login(login.get().name(), login.get().password().toCharArray());
        if (known.isPresent()) {
            Http.json(response, HttpServletResponse.SC_OK, Json.Obj.EMPTY.with("session", access.open(known.get())));
        } else {
            Http.why(response, HttpServletResponse.SC_FORBIDDEN, "name and password do not fit");
        }
    }

    private static void outcome(HttpServletResponse response, Fleet.Outcome outcome) throws IOException {
        switch (outcome) {
            case Fleet.Outcome.Kept(long draft) ->
                Http.json(response, HttpServletResponse.SC_CREATED, Json.Obj.EMPTY.with("draft", draft));
            case Fleet.Outcome.Published(long bundle) ->
                Http.json(response, HttpServletResponse.SC_OK, Json.Obj.EMPTY.with("bundle", bundle));
            case Fleet.Outcome.Rejected(long draft) ->
                Http.json(response, HttpServletResponse.SC_OK, Json.Obj.EMPTY.with("rejected", draft));
            case Fleet.Outcome.Refused(String why) -> Http.why(response, HttpServletResponse.SC_CONFLICT, why);
        }
    }

    private static void done(HttpServletResponse response, boolean done) throws IOException {
        if (done) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            Http.why(response, HttpServletResponse.SC_CONFLICT, "nothing to change");
        }
    }

    private static void nothing(HttpServletResponse response) throws IOException {
        Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such door");
    }

    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getPathInfo());
    }
}
