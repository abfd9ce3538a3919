package io.zizhu.central.ingest;

import io.zizhu.central.store.Sql;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * What two of a station's staff decided about a doubt, as their terminal's journal tells it.
 *
 * @param row hash of the row: a row that is sent anew is no new word
 * @param at by the terminal's clock
 * @param kind what the doubt was about, such as {@code payment}
 * @param found {@code charged}, {@code not-charged}, {@code given-back}, {@code handed-over}, {@code void} or {@code
 *     passed-on}; another word is of a later terminal
 * @param badge who decided
 * @param second who stood beside
 * @param remark how they found out, in their own words
 */
public record Settled(
        String row,
        String terminal,
        Instant at,
        String caseNumber,
        String kind,
        String found,
        String badge,
        String second,
        String remark) {
    private static final String DOUBT = "doubt";

    /** Called inside the transaction that stores the row, on the reading thread. */
    @FunctionalInterface
    public interface Ear {
        void hear(Sql sql, Settled word) throws SQLException;
    }

    /** Empty where the row is no such word, or one of a terminal that said it in a remark only. */
    static Optional<Settled> of(Sql sql, String terminal, int epoch, ChainRow row) throws SQLException {
        String found = word(row, "settlement");
        if (!row.kind().equals(DOUBT)
                || found.isEmpty()
                || !(row.open().members().get("_of") instanceof Json.Num(double intent))) {
            return Optional.empty();
        }
        return sql.one(
                        "SELECT body FROM row WHERE terminal = ? AND epoch = ? AND seq = ? AND kind = ?",
                        each -> ChainRow.FORM.open(each.getBytes(1)).orThrow(),
                        terminal,
                        epoch,
                        (long) intent,
                        DOUBT)
                .map(doubt -> new Settled(
                        row.hash().hex(),
                        terminal,
                        row.at(),
                        word(doubt, "case"),
                        word(doubt, "kind"),
                        found,
                        word(row, "badge"),
                        word(row, "second"),
                        word(row, "result")));
    }

    private static String word(ChainRow row, String name) {
        return row.open().members().get(name) instanceof Json.Text(String text) ? text : "";
    }
}
