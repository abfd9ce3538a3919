package io.zizhu.central.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.OneTerminal;
import io.zizhu.central.TestClock;
import io.zizhu.central.audit.RangeProof.Proven;
import io.zizhu.central.audit.RangeProof.Range;
import io.zizhu.central.ingest.Alarms;
import io.zizhu.central.registry.Supervisors;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.Signer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching and proving over a real store, with rows and heads as a terminal makes them. */
class AuditTest {
    private static final Instant EVER = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private OneTerminal terminal;
    private Store store;
    private Search search;
    private RangeProof proof;

    @BeforeEach
    void open() {
        terminal = new OneTerminal(folder, clock);
        store = terminal.store();
        search = new Search(store, clock);
        proof = new RangeProof(store, clock);
        store.run(sql -> {
            Supervisors.name(sql, "a");
            Supervisors.name(sql, "auditor");
        });
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void a_case_is_found_with_its_outcomes_and_the_other_rows_of_its_visit() {
        row("visit", "v1", Json.Obj.EMPTY);
        long charge = row("charge", "v1", Json.Obj.EMPTY.with("_is", "intent").with("case", "C1"));
        row("charge", "v1", Json.Obj.EMPTY.with("_of", charge).with("result", "approved"));
        row("charge", "v2", Json.Obj.EMPTY.with("_is", "intent").with("case", "C2"));
        long doubt = row("doubt", "", Json.Obj.EMPTY.with("_is", "intent").with("case", "C1"));
        row("doubt", "", Json.Obj.EMPTY.with("_of", doubt).with("badge", "0007").with("second", "0008"));
        send();
        assertEquals(List.of(1L, 2L, 3L, 5L, 6L), found("C1", "", ""));
        assertEquals(List.of(6L), found("", "", "0008"));
        assertEquals(List.of(6L), found("C1", "t1", "0007"));
        assertEquals(List.of(), found("C2", "", "0007"));
        assertEquals(6, found("", "t1", "").size());
        assertEquals(List.of(), found("", "t2", ""));
        var nobody = new Search.Wanted(" ", "", "", Instant.EPOCH, EVER);
        assertInstanceOf(Search.Result.Refused.class, search.of("a", nobody));
        var late = new Search.Wanted("C1", "", "", clock.instant().plusSeconds(1), Instant.MAX);
        assertEquals(new Search.Result.Found(List.of(), 0), search.of("a", late));
    }

    @Test
    void every_search_and_every_proof_is_itself_a_row() {
        row("visit", "v1", Json.Obj.EMPTY);
        send();
        found("C1", "t1", "");
        proof.of("auditor", new Range("t1", 1, 1, 1));
        var wanted = new Search.Wanted("C1", "", "", Instant.EPOCH, EVER);
        assertEquals(new Search.Result.NotSupervisor(), search.of("tech-a", wanted));
        List<ChainRow> trail = store.keep(sql -> sql.all(
                "SELECT body FROM row WHERE terminal = 'centre' ORDER BY seq",
                row -> ChainRow.FORM.open(row.getBytes(1)).orThrow()));
        assertEquals(
                List.of("audit-search", "audit-proof", "audit-search"),
                trail.stream().map(ChainRow::kind).toList());
        assertTrue(trail.getFirst().open().canonical().contains("\"wantedCase\":\"C1\""));
        assertEquals(2, found("", "", "auditor").size(), "and is found under the auditor's name");
    }

    @Test
    void a_range_is_proved_by_the_signed_head_behind_it_and_only_linked_where_none_is_yet() throws Exception {
        Signer signer = signer();
        for (int i = 0; i < 1200; i++) {
            row("note", "", Json.Obj.EMPTY.with("n", i));
        }
        send();
        assertEquals(new Proven.Linked(range(5, 900), 4), proof.of("a", range(5, 900)));
        ChainRow head = sign(signer);
        row("note", "", Json.Obj.EMPTY);
        send();
        var signed =
                new Proven.Signed(range(5, 900), 1201, head.at(), signer.key().id());
        assertEquals(signed, proof.of("a", range(5, 900)));
        assertInstanceOf(Proven.Signed.class, proof.of("a", range(1, 1201)));
        assertEquals(new Proven.Linked(range(1, 1202), 1201), proof.of("a", range(1, 1202)));
        assertInstanceOf(Proven.Unknown.class, proof.of("a", range(1, 1203)));
        assertInstanceOf(Proven.Unknown.class, proof.of("a", new Range("t1", 2, 1, 1)));
        assertInstanceOf(Proven.Unknown.class, proof.of("a", range(0, 3)));
        store.run(sql -> sql.change("DELETE FROM row WHERE seq = 700"));
        assertEquals(
                700,
                assertInstanceOf(Proven.Broken.class, proof.of("a", range(5, 900)))
                        .row());
        store.run(sql -> sql.change("UPDATE row SET body = (SELECT body FROM row AS other WHERE other.seq = 11) "
                + "WHERE terminal = 't1' AND seq = 10"));
        assertEquals(
                10,
                assertInstanceOf(Proven.Broken.class, proof.of("a", range(5, 600)))
                        .row());
    }

    @Test
    void a_journals_first_key_is_learned_and_another_one_is_an_alarm_and_proves_nothing() {
        row("note", "", Json.Obj.EMPTY);
        sign(signer());
        row("note", "", Json.Obj.EMPTY);
        sign(signer());
        send();
        assertEquals(
                List.of("tampered"),
                new Alarms(store).all().stream().map(Alarms.Alarm::kind).toList());
        assertInstanceOf(Proven.Signed.class, proof.of("a", range(1, 2)));
        assertEquals(new Proven.Linked(range(1, 3), 2), proof.of("a", range(1, 3)));
    }

    private static Range range(long from, long to) {
        return new Range("t1", 1, from, to);
    }

    private List<Long> found(String caseNumber, String terminal, String officer) {
        var wanted = new Search.Wanted(caseNumber, terminal, officer, Instant.EPOCH, EVER);
        var found = assertInstanceOf(Search.Result.Found.class, search.of("auditor", wanted));
        assertEquals(found.all(), found.hits().size());
        return found.hits().stream().map(hit -> hit.row().seq()).toList();
    }

    private long row(String kind, String visit, Json.Obj open) {
        return terminal.row(kind, visit, open);
    }

    private ChainRow sign(Signer signer) {
        return terminal.write(
                SignedHead.sign(terminal.head(), clock.instant(), signer).row());
    }

    private static Signer signer() {
        return Signer.of(Algorithm.ED25519, Algorithm.ED25519.newKeys());
    }

    private void send() {
        terminal.send();
    }
}
