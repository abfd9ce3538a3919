package io.zizhu.central.ingest;

import io.zizhu.central.ingest.Chains.Chain;
import io.zizhu.central.store.Sql;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * The centre's own journal: what people decided, settled and searched for here, chained like a terminal's rows and kept
 * among them. Inside the transaction of what it tells of, so that nothing is done without its row.
 */
public final class Trail {
    /** Under this name the centre's own rows stand among the terminals'; no terminal is called so. */
    public static final String OWNER = "centre";

    private Trail() {}

    /**
     * Appends one row.
     *
     * @param facts without personal data; {@code by} is who did it
     */
    public static void write(Sql sql, Instant at, String kind, Map<String, String> facts) throws SQLException {
        Chain chain = Chains.newest(sql, OWNER).orElse(new Chain(1, "", ChainHead.genesis(OWNER), at, at));
        Json.Obj open = Json.Obj.EMPTY;
        for (var fact : facts.entrySet()) {
            open = open.with(fact.getKey(), fact.getValue());
        }
        Instant millis = Instant.ofEpochMilli(at.toEpochMilli());
        ChainRow row = chain.head().append(millis, kind, "", open, Octets.NONE);
        sql.change(
                "INSERT INTO row VALUES (?,?,?,?,?,?,?,?,?)",
                OWNER,
                chain.epoch(),
                row.seq(),
                kind,
                "",
                row.hash().hex(),
                row.at(),
                row.at(),
                ChainRow.FORM.bytes(row));
        Mentions.keep(sql, OWNER, chain.epoch(), row);
        String first = chain.first().isEmpty() ? row.hash().hex() : chain.first();
        Chains.keep(sql, OWNER, new Chain(chain.epoch(), first, ChainHead.after(row), chain.since(), at));
    }
}
