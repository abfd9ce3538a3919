package io.zizhu.wire.report;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;

/**
 * The centre has stored every row up to this one. Also its answer to rows it cannot place: it then repeats the last number
 * it holds, and the terminal sends from there.
 */
public record Ack(long upTo) {
    public static final Form<Ack> FORM =
            new Form<>("ack", ack -> Json.Obj.EMPTY.with("upTo", ack.upTo()), fields -> new Ack(fields.count("upTo")));
}
