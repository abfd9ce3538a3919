package io.zizhu.terminal.journal;

import io.zizhu.service.port.Entry;
import io.zizhu.wire.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The open facts of a row as the chain covers them: the entry's own, and under names with an underscore what the row is:
 * {@code _is: intent}, {@code _of: <intent's number>}, {@code _supplies}.
 */
final class Facts {
    private static final String IS = "_is";
    private static final String OF = "_of";
    private static final String SUPPLIES = "_supplies";

    private Facts() {}

    static Json.Obj of(Entry entry, Mode mode) {
        SortedMap<String, Json> facts = sorted(entry.open());
        if (!entry.supplies().isEmpty()) {
            var changes = new TreeMap<String, Json>();
            entry.supplies().forEach((name, by) -> changes.put(name, Json.Num.of(by)));
            facts.put(SUPPLIES, new Json.Obj(changes));
        }
        switch (mode) {
            case Mode.Intent() -> facts.put(IS, new Json.Text("intent"));
            case Mode.Outcome(long intent) -> facts.put(OF, Json.Num.of(intent));
            case Mode.Note(), Mode.Close() -> {}
        }
        return new Json.Obj(facts);
    }

    static Json.Obj texts(Map<String, String> values) {
        return new Json.Obj(sorted(values));
    }

    /** As the canonical form will have them. */
    private static SortedMap<String, Json> sorted(Map<String, String> values) {
        var facts = new TreeMap<String, Json>();
        values.forEach((name, value) -> facts.put(name, new Json.Text(value)));
        return facts;
    }

    /** The entry's own facts again. */
    static Map<String, String> own(Json.Obj facts) {
        var own = new LinkedHashMap<String, String>();
        facts.members().forEach((name, value) -> {
            if (value instanceof Json.Text(String text) && !name.startsWith("_")) {
                own.put(name, text);
            }
        });
        return own;
    }
}
