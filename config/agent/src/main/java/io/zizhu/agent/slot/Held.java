package io.zizhu.agent.slot;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;

/** A bundle that lies in a slot. */
public record Held(Letter letter, long version, Digest digest) {
    /** The two slots. */
    public enum Letter {
        A("slot-a"),
        B("slot-b");

        private final String file;

        Letter(String file) {
            this.file = file;
        }

        /** The file's name in the terminal's folder. */
        public String file() {
            return file;
        }

        Letter other() {
            return this == A ? B : A;
        }
    }

    static final Form<Held> FORM = new Form<>(
            "held",
            held -> Json.Obj.EMPTY
                    .with("slot", held.letter().file())
                    .with("version", held.version())
                    .with("digest", held.digest().hex()),
            fields -> new Held(
                    fields.word("slot", Letter.values(), Letter::file),
                    fields.count("version"),
                    fields.digest("digest")));
}
