package io.zizhu.wire.ask;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code POST /line/ask} carries. Questions that change something carry a {@code caseKey}, chosen by the terminal
 * before it asks for the first time: the same key again gets the same answer and changes nothing.
 */
public sealed interface Question {
    Form<Question> FORM = new Form<>("question", Question::written, Question::read);

    /** Is this person in the register? Answered by {@link Answer.ToRegister}. */
    record Register(String number, String name) implements Question {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * Decide at once. Answered by {@link Answer.ToDecide}.
     *
     * @param item code of the service item
     * @param answers what the citizen filled in, by field name
     */
    record Decide(String caseKey, String item, String itemVersion, Applicant applicant, Map<String, String> answers)
            implements Question {
        public Decide {
            answers = Map.copyOf(answers);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * Take on a matter that is finished later, before anything is paid. Answered by {@link Answer.ToAccept}.
     *
     * @param photo the still that the new document shall bear, JPEG, empty where the item asks for none
     * @param signature the citizen's, as PNG or SVG bytes, empty where none is
     */
    record Accept(
            String caseKey,
            String item,
            String itemVersion,
            Applicant applicant,
            Map<String, String> answers,
            Octets photo,
            Octets signature)
            implements Question {
        public Accept {
            answers = Map.copyOf(answers);
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** How a provisional case went on. Answered by {@link Answer.ToConfirm}. Idempotent by case number. */
    record Confirm(String caseNumber, Outcome outcome) implements Question {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * What was asked for under this key, if it ever came, is given up: the terminal stopped before it heard the answer.
     * Answered by {@link Answer.ToConfirm}. Idempotent by key.
     *
     * @param reason for technicians
     */
    record Abandon(String caseKey, String reason) implements Question {}

    /** How far is my case? Code and identity together. Answered by {@link Answer.ToProgress}. */
    record Progress(String code, String number) implements Question {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** An order of the payment back office. Answered by {@link Answer.ToPay}. Idempotent by order. */
    record Pay(String order, PayAct act) implements Question {}

    /**
     * What is known of this terminal's cases with a fee that were begun in this time? Answered by {@link Answer.ToDay}.
     *
     * @param to the first instant after it
     */
    record Day(Instant from, Instant to) implements Question {}

    /** Paid, or not going on. */
    sealed interface Outcome {
        /**
         * @param receipt the pad's receipt number
         * @param trace the pad's trace number
         * @param terminal the pad's terminal id
         * @param fen amount, in the currency's smallest unit
         * @param currency ISO 4217 letters
         */
        record Paid(String receipt, String trace, String terminal, long fen, String currency) implements Outcome {}

        /**
         * The citizen left or could not pay, or the terminal stopped meanwhile.
         *
         * @param reason for technicians
         * @param givenBack money was taken and went back
         */
        record Withdrawn(String reason, boolean givenBack) implements Outcome {}

        /**
         * Staff look into it.
         *
         * @param what {@code payment} or {@code certificate}
         */
        record InDoubt(String what) implements Outcome {}
    }

    private static Json.Obj written(Question question) {
        return switch (question) {
            case Register(String number, String name) ->
                Json.Obj.EMPTY.with("ask", "register").with("number", number).with("name", name);
            case Decide(String key, String item, String version, Applicant applicant, var answers) ->
                matter("decide", key, item, version, applicant, answers);
            case Accept(
                    String key,
                    String item,
                    String version,
                    Applicant applicant,
                    var answers,
                    Octets photo,
                    Octets signature) ->
                matter("accept", key, item, version, applicant, answers)
                        .with("photo", photo)
                        .with("signature", signature);
            case Confirm(String number, Outcome outcome) ->
                Json.Obj.EMPTY.with("ask", "confirm").with("caseNumber", number).with("outcome", outcome(outcome));
            case Abandon(String key, String reason) ->
                Json.Obj.EMPTY.with("ask", "abandon").with("caseKey", key).with("reason", reason);
            case Progress(String code, String number) ->
                Json.Obj.EMPTY.with("ask", "progress").with("code", code).with("number", number);
            case Pay(String order, PayAct act) ->
                PayAct.write(act, Json.Obj.EMPTY.with("ask", "pay").with("order", order));
            case Day(Instant from, Instant to) ->
                Json.Obj.EMPTY.with("ask", "day").with("from", from.toString()).with("to", to.toString());
        };
    }

    private static Json.Obj matter(
            String ask, String key, String item, String version, Applicant applicant, Map<String, String> answers) {
        return Json.Obj.EMPTY
                .with("ask", ask)
                .with("caseKey", key)
                .with("item", item)
                .with("itemVersion", version)
                .with("applicant", Applicant.FORM.write(applicant))
                .with("answers", new LinkedHashMap<>(answers));
    }

    private static Json.Obj outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Paid(String receipt, String trace, String terminal, long fen, String currency) ->
                Json.Obj.EMPTY
                        .with("is", "paid")
                        .with("receipt", receipt)
                        .with("trace", trace)
                        .with("terminal", terminal)
                        .with("fen", fen)
                        .with("currency", currency);
            case Outcome.Withdrawn(String reason, boolean givenBack) ->
                Json.Obj.EMPTY.with("is", "withdrawn").with("reason", reason).with("givenBack", givenBack);
            case Outcome.InDoubt(String what) ->
                Json.Obj.EMPTY.with("is", "inDoubt").with("what", what);
        };
    }

    private static Question read(Fields fields) {
        return switch (fields.text("ask")) {
            case "register" -> new Register(fields.text("number", 40), fields.text("name", 200));
            case "decide" ->
                new Decide(
                        fields.text("caseKey", 80),
                        fields.text("item", 80),
                        fields.text("itemVersion", 40),
                        Applicant.FORM.reader().apply(fields.child("applicant")),
                        fields.textMap("answers"));
            case "accept" ->
                new Accept(
                        fields.text("caseKey", 80),
                        fields.text("item", 80),
                        fields.text("itemVersion", 40),
                        Applicant.FORM.reader().apply(fields.child("applicant")),
                        fields.textMap("answers"),
                        fields.octets("photo"),
                        fields.octets("signature"));
            case "confirm" -> new Confirm(fields.text("caseNumber", 80), outcome(fields.child("outcome")));
            case "abandon" -> new Abandon(fields.text("caseKey", 80), fields.text("reason", 200));
            case "progress" -> new Progress(fields.text("code", 80), fields.text("number", 40));
            case "pay" -> new Pay(fields.text("order", 40), PayAct.read(fields));
            case "day" -> new Day(fields.instant("from"), fields.instant("to"));
            default -> throw fields.wrong("ask", "is none of the known questions");
        };
    }

    private static Outcome outcome(Fields fields) {
        return switch (fields.text("is")) {
            case "paid" ->
                new Outcome.Paid(
                        fields.text("receipt", 40),
                        fields.text("trace", 40),
                        fields.text("terminal", 40),
                        fields.count("fen"),
                        fields.has("currency") ? fields.text("currency", 3) : "CNY"); // terminals before 0020
            case "withdrawn" ->
                new Outcome.Withdrawn(fields.text("reason", 200), fields.has("givenBack") && fields.flag("givenBack"));
            case "inDoubt" -> new Outcome.InDoubt(fields.text("what", 40));
            default -> throw fields.wrong("is", "is none of the known outcomes");
        };
    }
}
