package io.zizhu.central.web;

import io.zizhu.catalogue.Words;
import io.zizhu.central.fleet.Books;
import io.zizhu.wire.json.Json;

/** How the books' records look as JSON; {@code openapi.yaml} describes the same. Pure. */
final class BooksJson {
    private BooksJson() {}

    static Json.Obj site(Books.Site site) {
        return Json.Obj.EMPTY
                .with("site", site.name())
                .with(
                        "terminals",
                        site.terminals().stream().<Json>map(Json.Text::new).toList());
    }

    static Json.Obj day(Books.Day day) {
        return Json.Obj.EMPTY
                .with("site", day.site())
                .with("day", day.day().toString())
                .with("exceptions", day.exceptions())
                .with("keptFen", day.kept())
                .with("terminals", FleetJson.list(day.terminals(), BooksJson::terminal));
    }

    static Json.Obj exception(Books.ExceptionLine line) {
        return Json.Obj.EMPTY
                .with("id", line.id())
                .with("terminal", line.terminal())
                .with("site", line.site())
                .with("day", line.day().toString())
                .with("ref", line.ref())
                .with("verdict", line.verdict())
                .with("means", means(line.means()))
                .with("fen", line.fen())
                .with("detail", line.detail())
                .with("found", line.found().toString())
                .with("state", line.state())
                .with("twoPeople", line.two())
                .with("taker", line.taker())
                .with("remark", line.remark())
                .with("second", line.second());
    }

    private static Json.Obj terminal(Books.TerminalDay day) {
        Json.Obj written = Json.Obj.EMPTY
                .with("terminal", day.terminal())
                .with("lines", FleetJson.list(day.lines(), BooksJson::line));
        return day.heard().map(at -> written.with("heard", at.toString())).orElse(written);
    }

    private static Json.Obj line(Books.DayLine line) {
        return Json.Obj.EMPTY
                .with("ref", line.ref())
                .with("way", line.way())
                .with("at", line.at().toString())
                .with("fen", line.fen())
                .with("receipt", line.receipt())
                .with("office", line.office())
                .with("order", line.order())
                .with("verdict", line.verdict())
                .with("means", means(line.means()))
                .with("exception", line.exception())
                .with("remark", line.remark());
    }

    private static Json.Obj means(Words words) {
        return Json.Obj.EMPTY.with("zh", words.zh()).with("en", words.en());
    }
}
