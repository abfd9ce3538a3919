package io.zizhu.terminal.journal;

import io.zizhu.service.port.Entry;
import io.zizhu.wire.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
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
        Json.Obj facts = texts(entry.open());
        if (!entry.supplies().isEmpty()) {
            Json.Obj changes = Json.Obj.EMPTY;
            for (var change : new TreeMap<>(entry.supplies()).entrySet()) {
                changes = changes.with(change.getKey(), change.getValue());
            }
            facts = facts.with(SUPPLIES, changes);
        }
        return switch (mode) {
            case Mode.Intent() -> facts.with(IS, "intent");
            case Mode.Outcome(long intent) -> facts.with(OF, intent);
            case Mode.Note(), Mode.Close() -> facts;
        };
    }

    static Json.Obj texts(Map<String, String> values) {
        Json.Obj facts = Json.Obj.EMPTY;
        for (var value : values.entrySet()) {
            facts = facts.with(value.getKey(), value.getValue());
        }
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
