package io.zizhu.wire.bundle;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;

/** The doorbell: which bundle waits. It carries no content, so a forged or lost one costs a fetch. */
public record Pointer(long version, Digest digest) {
    public static final Form<Pointer> FORM = new Form<>(
            "pointer",
            pointer -> Json.Obj.EMPTY
                    .with("version", pointer.version())
                    .with("digest", pointer.digest().hex()),
            fields -> new Pointer(fields.count("version"), fields.digest("digest")));
}
