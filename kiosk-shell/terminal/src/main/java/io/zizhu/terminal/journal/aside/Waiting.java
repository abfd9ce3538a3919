package io.zizhu.terminal.journal.aside;

import io.zizhu.wire.json.Json;
import java.util.regex.Pattern;

/**
 * A row that no outcome was found for, as it stands in a file that is not believed.
 *
 * @param at the clock as it was written down
 */
record Waiting(long seq, String at, String kind, Json.Obj open) {
    /** What our own rows hold: whatever else stands there is no number of a case or a receipt. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} .,:;/_()-]{1,200}");

    /** A fact of the row; empty where it is missing or is none that we could have written. */
    String fact(String name) {
        return open.members().get(name) instanceof Json.Text(String text)
                        && PLAIN.matcher(text).matches()
                ? text
                : "";
    }
}
