package io.zizhu.wire.report;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;

/**
 * How a bundle fared at a terminal. It travels as the open facts of a journal row of kind {@link #KIND}: one way up.
 */
public sealed interface RolloutReport {
    /** The kind of the journal row that carries it. */
    String KIND = "rollout";

    Form<RolloutReport> FORM = new Form<>(KIND, RolloutReport::written, RolloutReport::read);

    /** The bundle's version; for a refused one the version the doorbell named. */
    long version();

    /** It proved itself and is in force. */
    record Confirmed(long version) implements RolloutReport {}

    /** It was in force on probation and was taken back. */
    record RolledBack(long version, String reason) implements RolloutReport {}

    /**
     * It never came into force.
     *
     * @param section the section, or the member of the envelope, that gave the reason
     */
    record Refused(long version, String section, String reason) implements RolloutReport {}

    private static Json.Obj written(RolloutReport report) {
        var base = Json.Obj.EMPTY.with("version", report.version());
        return switch (report) {
            case Confirmed _ -> base.with("result", "confirmed");
            case RolledBack(var _, String reason) ->
                base.with("result", "rolledBack").with("reason", reason);
            case Refused(var _, String section, String reason) ->
                base.with("result", "refused").with("section", section).with("reason", reason);
        };
    }

    private static RolloutReport read(Fields fields) {
        long version = fields.count("version");
        return switch (fields.text("result")) {
            case "confirmed" -> new Confirmed(version);
            case "rolledBack" -> new RolledBack(version, fields.text("reason", 1000));
            case "refused" -> new Refused(version, fields.text("section", 200), fields.text("reason", 1000));
            default -> throw fields.wrong("result", "is none of the known words");
        };
    }
}
