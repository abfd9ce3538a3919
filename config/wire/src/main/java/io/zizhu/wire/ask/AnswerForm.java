package io.zizhu.wire.ask;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.seal.Facts;
import java.util.List;

/** The JSON of {@link Answer}. */
final class AnswerForm {
    static final Form<Answer> FORM = new Form<>("answer", AnswerForm::written, AnswerForm::read);

    private static final Form<Answer.Step> STEP = new Form<>(
            "step",
            step -> Json.Obj.EMPTY
                    .with("at", step.at().toString())
                    .with("zh", step.zh())
                    .with("en", step.en()),
            fields -> new Answer.Step(fields.instant("at"), fields.text("zh"), fields.text("en")));

    private static final Form<Answer.Fee> FEE = new Form<>(
            "fee",
            fee -> Json.Obj.EMPTY
                    .with("caseNumber", fee.caseNumber())
                    .with("made", fee.made().toString())
                    .with("fen", fee.fen())
                    .with("receipt", fee.receipt())
                    .with("withdrawn", fee.withdrawn()),
            fields -> new Answer.Fee(
                    fields.text("caseNumber", 80),
                    fields.instant("made"),
                    fields.count("fen"),
                    fields.text("receipt", 130),
                    fields.flag("withdrawn")));

    private AnswerForm() {}

    private static Json.Obj written(Answer answer) {
        return switch (answer) {
            case Answer.Known(var facts, Octets portrait) ->
                is("known").with("facts", facts).with("portrait", portrait);
            case Answer.NotKnown() -> is("notKnown");
            case Answer.Granted granted -> granted(granted);
            case Answer.ToOfficer(String caseNumber) -> is("toOfficer").with("caseNumber", caseNumber);
            case Answer.NotIssued(String caseNumber) -> is("notIssued").with("caseNumber", caseNumber);
            case Answer.Accepted(String caseNumber, String progressCode, long fee) ->
                is("accepted")
                        .with("caseNumber", caseNumber)
                        .with("progressCode", progressCode)
                        .with("feeFen", fee);
            case Answer.Refused(String reason) -> is("refused").with("reason", reason);
            case Answer.Done() -> is("done");
            case Answer.Status(List<Answer.Step> steps) ->
                is("status").with("steps", steps.stream().map(STEP::write).toList());
            case Answer.NotFound() -> is("notFound");
            case Answer.Payment(String order, var stands, long fen, String code, long left, String number, var why) ->
                is("payment")
                        .with("order", order)
                        .with("stands", stands.word())
                        .with("fen", fen)
                        .with("code", code)
                        .with("secondsLeft", left)
                        .with("number", number)
                        .with("reason", why);
            case Answer.Day(List<Answer.Fee> fees) ->
                is("day").with("fees", fees.stream().map(FEE::write).toList());
        };
    }

    private static Json.Obj granted(Answer.Granted granted) {
        return is("granted")
                .with("caseNumber", granted.caseNumber())
                .with("certificateNumber", granted.certificateNumber())
                .with("issued", granted.issued().toString())
                .with("facts", list(granted.facts()))
                .with("seal", granted.seal())
                .with("specimen", granted.specimen())
                .with("zh", list(granted.zh()))
                .with("en", list(granted.en()));
    }

    private static Answer read(Fields fields) {
        return switch (fields.text("answer")) {
            case "known" -> new Answer.Known(fields.textMap("facts"), fields.octets("portrait"));
            case "notKnown" -> new Answer.NotKnown();
            case "granted" ->
                new Answer.Granted(
                        fields.text("caseNumber", 80),
                        fields.text("certificateNumber", 80),
                        fields.date("issued"),
                        facts(fields, "facts"),
                        fields.text("seal", 499),
                        fields.flag("specimen"),
                        facts(fields, "zh"),
                        facts(fields, "en"));
            case "toOfficer" -> new Answer.ToOfficer(fields.text("caseNumber", 80));
            case "notIssued" -> new Answer.NotIssued(fields.text("caseNumber", 80));
            case "accepted" ->
                new Answer.Accepted(
                        fields.text("caseNumber", 80), fields.text("progressCode", 80), fields.count("feeFen"));
            case "refused" -> new Answer.Refused(fields.text("reason", 80));
            case "done" -> new Answer.Done();
            case "status" -> new Answer.Status(fields.list("steps", STEP.reader()));
            case "notFound" -> new Answer.NotFound();
            case "payment" ->
                new Answer.Payment(
                        fields.text("order", 40),
                        fields.word("stands", Answer.Stands.values(), Answer.Stands::word),
                        fields.count("fen"),
                        fields.text("code", 400),
                        fields.count("secondsLeft"),
                        fields.text("number", 40),
                        fields.text("reason", 80));
            case "day" -> new Answer.Day(fields.list("fees", FEE.reader()));
            default -> throw fields.wrong("answer", "is none of the known answers");
        };
    }

    private static Json.Obj is(String word) {
        return Json.Obj.EMPTY.with("answer", word);
    }

    private static Json list(Facts facts) {
        return new Json.Arr(
                facts.facts().stream().<Json>map(Facts.Fact.FORM::write).toList());
    }

    private static Facts facts(Fields fields, String name) {
        return new Facts(fields.list(name, Facts.Fact.FORM.reader()));
    }
}
