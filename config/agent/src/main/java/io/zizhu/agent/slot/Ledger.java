package io.zizhu.agent.slot;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.report.RolloutReport;
import java.util.Optional;

/**
 * What the pointer file holds; replaced as a whole, so each change below is one atomic step.
 *
 * @param active the slot that counts; empty means the factory's sections
 * @param seen highest version ever believed; nothing older is taken up again
 * @param trial the slot being applied or on probation; still here at start means the power went
 * @param tries how often {@code trial}'s or {@code tried}'s digest was begun
 * @param tried digest of the last trial that was cut off
 * @param settled digest of the last bundle refused or rolled back; a doorbell for it is not news
 * @param untold a report that the journal may not have yet
 */
public record Ledger(
        Optional<Held> active,
        long seen,
        Optional<Held> trial,
        long tries,
        Optional<Digest> tried,
        Optional<Digest> settled,
        Optional<RolloutReport> untold) {
    static final Ledger BIRTH =
            new Ledger(Optional.empty(), 0, Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

    static final Form<Ledger> FORM = new Form<>(
            "ledger",
            Ledger::written,
            fields -> new Ledger(
                    fields.has("active")
                            ? Optional.of(Held.FORM.reader().apply(fields.child("active")))
                            : Optional.empty(),
                    fields.count("seen"),
                    fields.has("trial")
                            ? Optional.of(Held.FORM.reader().apply(fields.child("trial")))
                            : Optional.empty(),
                    fields.count("tries"),
                    fields.has("tried") ? Optional.of(fields.digest("tried")) : Optional.empty(),
                    fields.has("settled") ? Optional.of(fields.digest("settled")) : Optional.empty(),
                    fields.has("untold")
                            ? Optional.of(RolloutReport.FORM.reader().apply(fields.child("untold")))
                            : Optional.empty()));

    Ledger trying(Held held) {
        long again = tried.equals(Optional.of(held.digest())) ? tries : 0;
        return new Ledger(
                active,
                Math.max(seen, held.version()),
                Optional.of(held),
                again + 1,
                Optional.of(held.digest()),
                settled,
                untold);
    }

    Ledger cutOff() {
        return new Ledger(active, seen, Optional.empty(), tries, tried, settled, untold);
    }

    Ledger confirmed(Held held) {
        return new Ledger(
                Optional.of(held),
                Math.max(seen, held.version()),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new RolloutReport.Confirmed(held.version())));
    }

    Ledger settled(Digest digest, RolloutReport report, long believed) {
        return new Ledger(
                active,
                Math.max(seen, believed),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.of(digest),
                Optional.of(report));
    }

    Ledger told() {
        return new Ledger(active, seen, trial, tries, tried, settled, Optional.empty());
    }

    Ledger born(RolloutReport report) {
        return new Ledger(Optional.empty(), seen, Optional.empty(), 0, Optional.empty(), settled, Optional.of(report));
    }

    private static Json.Obj written(Ledger ledger) {
        var out = Json.Obj.EMPTY.with("seen", ledger.seen()).with("tries", ledger.tries());
        out = ledger.active().map(Held.FORM::write).map(with(out, "active")).orElse(out);
        out = ledger.trial().map(Held.FORM::write).map(with(out, "trial")).orElse(out);
        out = ledger.tried()
                .map(Digest::hex)
                .map(Json.Text::new)
                .map(with(out, "tried"))
                .orElse(out);
        out = ledger.settled()
                .map(Digest::hex)
                .map(Json.Text::new)
                .map(with(out, "settled"))
                .orElse(out);
        return ledger.untold()
                .map(RolloutReport.FORM::write)
                .map(with(out, "untold"))
                .orElse(out);
    }

    private static java.util.function.Function<Json, Json.Obj> with(Json.Obj out, String name) {
        return value -> out.with(name, value);
    }
}
