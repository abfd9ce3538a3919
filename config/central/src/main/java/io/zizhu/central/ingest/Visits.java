package io.zizhu.central.ingest;

import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import java.time.Instant;
import java.util.List;

/** The last rows that belong to visits, open facts only: what a citizen said or is stays sealed. Any thread. */
public final class Visits {
    private static final int SHOWN = 30;

    private final Store store;

    public Visits(Store store) {
        this.store = store;
    }

    /** The last row of one visit. */
    public record Closed(long seq, Instant at, String kind, Json.Obj open) {}

    /** The last visits of one terminal, newest first: of each visit its newest row. */
    public List<Closed> of(String terminal) {
        return store.keep(sql -> sql.all(
                "SELECT body FROM row WHERE terminal = ? AND visit <> '' AND (epoch, seq) IN "
                        + "(SELECT epoch, MAX(seq) FROM row WHERE terminal = ? AND visit <> '' GROUP BY epoch, visit) "
                        + "ORDER BY epoch DESC, seq DESC LIMIT ?",
                row -> {
                    ChainRow kept = ChainRow.FORM.open(row.getBytes(1)).orThrow();
                    return new Closed(kept.seq(), kept.at(), kept.kind(), kept.open());
                },
                terminal,
                terminal,
                SHOWN));
    }
}
