package io.zizhu.central.web;

import io.zizhu.central.fleet.Books;
import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The books as HTTP and JSON, under {@code /api/books}; a day also as CSV. */
final class BooksServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int MOST = 16 * 1024;
    private static final Pattern DAY = Pattern.compile("/days/(\\d{4}-\\d{2}-\\d{2})(\\.csv)?");
    private static final Pattern EXCEPTION = Pattern.compile("/exceptions/(\\d{1,15})/(take|settle|agree)");

    private final transient Books books;
    private final transient Access access;

    BooksServlet(Books books, Access access) {
        this.books = books;
        this.access = access;
    }

    private record Remark(String text) {
        static final Form<Remark> FORM =
                new Form<>("settlement", _ -> Json.Obj.EMPTY, fields -> new Remark(fields.text("remark", 500)));
    }

    private record Standing(String terminal, String site) {
        static final Form<Standing> FORM = new Form<>(
                "site",
                _ -> Json.Obj.EMPTY,
                fields -> new Standing(fields.text("terminal", 40), fields.text("site", 80)));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!access.bearer(request, response)) {
            return;
        }
        String path = String.valueOf(request.getPathInfo());
        Matcher day = DAY.matcher(path);
        if (day.matches()) {
            day(request, response, day.group(1), day.group(2) != null);
        } else if (path.equals("/sites")) {
            Http.json(response, HttpServletResponse.SC_OK, FleetJson.list(books.sites(), BooksJson::site));
        } else if (path.equals("/exceptions")) {
            boolean waiting = "true".equals(request.getParameter("waiting"));
            Http.json(
                    response,
                    HttpServletResponse.SC_OK,
                    FleetJson.list(books.exceptions(waiting), BooksJson::exception));
        } else {
            Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such door");
        }
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
        String path = String.valueOf(request.getPathInfo());
        Matcher exception = EXCEPTION.matcher(path);
        if (path.equals("/sites")) {
            Optional<Standing> wish = Http.form(request, response, Standing.FORM, MOST);
            if (wish.isPresent()) {
                boolean done =
                        books.assign(by.get(), wish.get().terminal(), wish.get().site());
                settled(response, done ? new Books.Settled.Done() : new Books.Settled.Refused("no such terminal"));
            }
        } else if (exception.matches()) {
            act(by.get(), Long.parseLong(exception.group(1)), exception.group(2), request, response);
        } else {
            Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such door");
        }
    }

    private void act(
            Technician by, long exception, String act, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (act) {
            case "take" -> settled(response, books.take(by, exception));
            case "agree" -> settled(response, books.agree(by, exception));
            default -> {
                Optional<Remark> remark = Http.form(request, response, Remark.FORM, MOST);
                if (remark.isPresent()) {
                    settled(response, books.settle(by, exception, remark.get().text()));
                }
            }
        }
    }

    private void day(HttpServletRequest request, HttpServletResponse response, String text, boolean sheet)
            throws IOException {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            Http.why(response, HttpServletResponse.SC_BAD_REQUEST, text + " is no day");
            return;
        }
        String site = Optional.ofNullable(request.getParameter("site")).orElse(Books.UNASSIGNED);
        if (sheet) {
            Optional<byte[]> csv = books.sheet(site, day);
            if (csv.isPresent()) {
                response.setHeader("Content-Disposition", "attachment; filename=\"zizhu-" + day + ".csv\"");
                Http.send(response, HttpServletResponse.SC_OK, "text/csv;charset=utf-8;header=present", csv.get());
                return;
            }
        } else {
            Optional<Books.Day> page = books.day(site, day);
            if (page.isPresent()) {
                Http.json(response, HttpServletResponse.SC_OK, BooksJson.day(page.get()));
                return;
            }
        }
        Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such site");
    }

    private static void settled(HttpServletResponse response, Books.Settled settled) throws IOException {
        switch (settled) {
            case Books.Settled.Done() -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            case Books.Settled.NotSupervisor() -> Access.supervisorsOnly(response);
            case Books.Settled.Refused(String why) -> Http.why(response, HttpServletResponse.SC_CONFLICT, why);
        }
    }
}
