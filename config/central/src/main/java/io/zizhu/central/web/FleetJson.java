package io.zizhu.central.web;

import io.zizhu.central.fleet.Fleet;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Read;
import java.util.List;
import java.util.function.Function;

/** How the façade's records look as JSON; {@code openapi.yaml} describes the same. Pure. */
final class FleetJson {
    private FleetJson() {}

    static <T> Json.Arr list(List<T> values, Function<T, Json.Obj> writer) {
        return new Json.Arr(values.stream().<Json>map(writer).toList());
    }

    static Json.Obj line(Fleet.TerminalLine line) {
        Json.Obj written = Json.Obj.EMPTY
                .with("id", line.id())
                .with("online", line.online())
                .with("state", line.state())
                .with("bundle", line.bundle())
                .with("wanted", line.wanted())
                .with("software", line.software())
                .with("revoked", line.revoked())
                .with("troubles", line.troubles());
        return line.heard().map(at -> written.with("heard", at.toString())).orElse(written);
    }

    static Json.Obj page(Fleet.TerminalPage page) {
        return line(page.line())
                .with("joined", page.joined().toString())
                .with("certificateEnds", page.certificateEnds().toString())
                .with("upTo", page.upTo())
                .with("outbox", page.outbox())
                .with("journalOk", page.journalOk())
                .with("journals", list(page.journals(), FleetJson::journal))
                .with("devices", list(page.devices(), FleetJson::device))
                .with("supplies", list(page.supplies(), supply -> Json.Obj.EMPTY
                        .with("name", supply.name())
                        .with("left", supply.left())))
                .with("visits", list(page.visits(), FleetJson::visit))
                .with("reports", list(page.reports(), FleetJson::report))
                .with("alarms", list(page.alarms(), FleetJson::alarm));
    }

    static Json.Obj section(Fleet.SectionText section) {
        return Json.Obj.EMPTY
                .with("name", section.name())
                .with("schema", section.schema())
                .with("version", section.version())
                .with("content", parsed(section.json()));
    }

    static Json.Obj item(Fleet.ItemLine item) {
        return Json.Obj.EMPTY
                .with("code", item.code())
                .with("version", item.version())
                .with("zh", item.zh())
                .with("en", item.en())
                .with("feeFen", item.feeFen());
    }

    static Json.Obj draft(Fleet.DraftLine draft) {
        Json.Obj written = Json.Obj.EMPTY
                .with("id", draft.id())
                .with("section", draft.section())
                .with("base", draft.base())
                .with("author", draft.author())
                .with("made", draft.made().toString())
                .with("state", draft.state())
                .with("changes", list(draft.changes(), FleetJson::change))
                .with("content", parsed(draft.json()));
        if (draft.decider().isPresent()) {
            written = written.with("decider", draft.decider().get());
        }
        return draft.bundle().isPresent()
                ? written.with("bundle", draft.bundle().get())
                : written;
    }

    static Json.Obj rollout(Fleet.RolloutLine rollout) {
        Json.Obj written = Json.Obj.EMPTY
                .with("version", rollout.version())
                .with("digest", rollout.digest())
                .with("made", rollout.made().toString())
                .with("ring", rollout.ring())
                .with("reports", list(rollout.reports(), FleetJson::report));
        return rollout.first().map(first -> written.with("first", first)).orElse(written);
    }

    static Json.Obj officerCase(Fleet.OfficerCase each) {
        return Json.Obj.EMPTY
                .with("number", each.number())
                .with("item", each.item())
                .with("terminal", each.terminal())
                .with("made", each.made().toString());
    }

    static Json.Obj alarm(Fleet.AlarmLine alarm) {
        return Json.Obj.EMPTY
                .with("terminal", alarm.terminal())
                .with("kind", alarm.kind())
                .with("detail", alarm.detail())
                .with("at", alarm.at().toString());
    }

    private static Json.Obj change(Fleet.ChangeLine change) {
        return Json.Obj.EMPTY
                .with("where", change.where())
                .with("before", change.before())
                .with("after", change.after());
    }

    private static Json.Obj journal(Fleet.JournalLine journal) {
        return Json.Obj.EMPTY
                .with("epoch", journal.epoch())
                .with("first", journal.first())
                .with("upTo", journal.upTo())
                .with("since", journal.since().toString())
                .with("heard", journal.heard().toString());
    }

    private static Json.Obj device(Fleet.DeviceLine device) {
        return Json.Obj.EMPTY
                .with("id", device.id())
                .with("kind", device.kind())
                .with("status", device.status())
                .with("media", device.media())
                .with("since", device.since().toString())
                .with("fault", device.fault());
    }

    private static Json.Obj visit(Fleet.VisitLine visit) {
        return Json.Obj.EMPTY
                .with("seq", visit.seq())
                .with("at", visit.at().toString())
                .with("kind", visit.kind())
                .with("open", visit.open());
    }

    private static Json.Obj report(Fleet.ReportLine report) {
        return Json.Obj.EMPTY
                .with("terminal", report.terminal())
                .with("bundle", report.bundle())
                .with("result", report.result())
                .with("reason", report.reason())
                .with("at", report.at().toString());
    }

    private static Json parsed(String json) {
        return switch (Json.parse(json)) {
            case Read.Good<Json>(Json value) -> value;
            case Read.Bad<Json> _ -> new Json.Text(json);
        };
    }
}
