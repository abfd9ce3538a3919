package io.zizhu.wire.report;

import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import java.util.List;

/**
 * Journal rows in order, as published to {@code k/<tenant>/<id>/ev}; rows may come again, never out of order.
 *
 * @param chain hash of row 1 of the journal the rows are from, which tells a journal begun anew from its predecessor; empty
 *     from a terminal that does not say
 */
public record RowBatch(String chain, List<ChainRow> rows) {
    public static final int MOST_ROWS = 50;

    public static final Form<RowBatch> FORM = new Form<>(
            "batch",
            batch -> Json.Obj.EMPTY
                    .with("chain", batch.chain())
                    .with(
                            "rows",
                            batch.rows().stream().map(ChainRow.FORM::write).toList()),
            fields -> {
                var rows = fields.list("rows", ChainRow.FORM.reader());
                if (rows.size() > MOST_ROWS) {
                    throw fields.wrong("rows", "are more than " + MOST_ROWS);
                }
                return new RowBatch(fields.maybeText("chain").orElse(""), rows);
            });

    public RowBatch {
        rows = List.copyOf(rows);
    }

    /** Rows of a terminal's only journal. */
    public RowBatch(List<ChainRow> rows) {
        this("", rows);
    }
}
