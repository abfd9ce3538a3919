package io.zizhu.wire.report;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;

/**
 * The centre has stored every row up to this one. Also its answer to rows it cannot place: it then repeats the last number
 * it holds, and the terminal sends from there.
 *
 * @param chain hash of row 1 of the journal that is meant; empty from a centre that knows one journal only
 * @param upTo 0 where nothing of this journal is stored
 * @param head hash of row {@code upTo} as the centre holds it, so that the terminal sees that it is its own; may be empty
 */
public record Ack(String chain, long upTo, String head) {
    public static final Form<Ack> FORM = new Form<>(
            "ack",
            ack -> Json.Obj.EMPTY
                    .with("chain", ack.chain())
                    .with("head", ack.head())
                    .with("upTo", ack.upTo()),
            fields -> new Ack(
                    fields.maybeText("chain").orElse(""),
                    fields.count("upTo"),
                    fields.maybeText("head").orElse("")));

    /** Says of no journal in particular that it is stored this far. */
    public Ack(long upTo) {
        this("", upTo, "");
    }
}
