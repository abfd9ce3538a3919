package io.zizhu.central.fleet;

import io.zizhu.central.audit.RangeProof;
import io.zizhu.central.audit.RangeProof.Proven;
import io.zizhu.central.audit.Search;
import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.central.store.Store;
import io.zizhu.wire.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;

/** The archive over the centre's rooms; only translates. */
public final class CentreArchive implements Archive {
    private final Search search;
    private final RangeProof proof;

    public CentreArchive(Store store, Clock clock) {
        this.search = new Search(store, clock);
        this.proof = new RangeProof(store, clock);
    }

    @Override
    public Result search(Technician by, String caseNumber, String terminal, String officer, Instant from, Instant to) {
        return switch (search.of(by.name(), new Search.Wanted(caseNumber, terminal, officer, from, to))) {
            case Search.Result.Found(var hits, long all) ->
                new Result.Found(hits.stream().map(CentreArchive::line).toList(), all);
            case Search.Result.NotSupervisor() -> new Result.NotSupervisor();
            case Search.Result.Refused(String why) -> new Result.Refused(why);
        };
    }

    @Override
    public Proof prove(Technician by, String terminal, int epoch, long from, long to) {
        return switch (proof.of(by.name(), new RangeProof.Range(terminal, epoch, from, to))) {
            case Proven.Signed signed -> new Proof.Signed(signed.head(), signed.signed(), signed.key());
            case Proven.Linked linked -> new Proof.Linked(linked.upTo());
            case Proven.Broken broken -> new Proof.Broken(broken.row(), broken.why());
            case Proven.Unknown unknown -> new Proof.Unknown();
        };
    }

    private static RowLine line(Search.Hit hit) {
        var open = new LinkedHashMap<String, String>();
        hit.row()
                .open()
                .members()
                .forEach((name, value) ->
                        open.put(name, value instanceof Json.Text(String text) ? text : value.canonical()));
        return new RowLine(
                hit.terminal(),
                hit.epoch(),
                hit.row().seq(),
                hit.row().at(),
                hit.row().kind(),
                hit.row().visit(),
                Collections.unmodifiableMap(open));
    }
}
