package io.zizhu.central.ingest;

import io.zizhu.central.store.Sql;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import java.sql.SQLException;
import java.util.Map;

/**
 * Which rows speak of which case and which member of staff, so that they are found without reading all. Open facts only. An
 * outcome speaks of whatever its intent does. Inside the transaction that stores the row.
 */
final class Mentions {
    /** A case's number. */
    static final String CASE = "case";
    /** Whoever on the staff decided, settled, approved or did something, by the name or badge that the row has. */
    static final String OFFICER = "officer";

    /** The names facts go by in rows, and what they mean here. */
    private static final Map<String, String> WORDS = Map.of(
            "case", CASE,
            "officer", OFFICER,
            "staff", OFFICER,
            "by", OFFICER,
            "second", OFFICER,
            "badge", OFFICER);

    private Mentions() {}

    static void keep(Sql sql, String terminal, int epoch, ChainRow row) throws SQLException {
        for (var fact : row.open().members().entrySet()) {
            String word = WORDS.get(fact.getKey());
            if (word != null && fact.getValue() instanceof Json.Text(String value) && !value.isBlank()) {
                sql.change("INSERT OR IGNORE INTO mention VALUES (?,?,?,?,?)", word, value, terminal, epoch, row.seq());
            }
        }
        if (row.open().members().get("_of") instanceof Json.Num(double intent)) {
            sql.change(
                    "INSERT OR IGNORE INTO mention SELECT word, value, terminal, epoch, ? FROM mention "
                            + "WHERE terminal = ? AND epoch = ? AND seq = ? AND word = ?",
                    row.seq(),
                    terminal,
                    epoch,
                    (long) intent,
                    CASE);
        }
    }
}
