package io.zizhu.central.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.central.TestClock;
import io.zizhu.central.TestTerminal;
import io.zizhu.central.Training;
import io.zizhu.central.registry.Authority;
import io.zizhu.central.registry.Terminals;
import io.zizhu.central.rollout.Drafts;
import io.zizhu.central.rollout.Rollouts;
import io.zizhu.central.rollout.Sections;
import io.zizhu.central.signing.Director;
import io.zizhu.central.signing.KeyCabinet;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.report.Presence;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.report.RowBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final List<Long> acks = new ArrayList<>();
    private final List<String> rung = new ArrayList<>();
    private Store store;
    private Rollouts rollouts;
    private Drafts drafts;
    private Intake intake;
    private String terminal;
    private ChainHead head;

    @BeforeEach
    void open() throws Exception {
        store = new Store(folder.resolve("centre.db"));
        var director = new Director(KeyCabinet.open(folder.resolve("keys")), clock);
        new Sections(store).seed(Training.seed());
        rollouts = new Rollouts(store, director, (id, pointer) -> rung.add(id + "@" + pointer.version()), clock);
        drafts = new Drafts(store, rollouts, clock);
        intake = new Intake(store, rollouts, (_, ack) -> acks.add(ack.upTo()), (_, _) -> {}, clock);
        terminal = join();
        head = ChainHead.genesis("the journal's own name");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void rows_arrive_once_although_they_are_sent_twice() {
        List<ChainRow> rows = List.of(next("visit.opened"), next("visit.closed"), next("note"));
        send(rows);
        send(rows);
        send(List.of(rows.get(2), next("note")));
        assertEquals(List.of(3L, 3L, 4L), acks);
        assertEquals(4, stored());
        assertTrue(new Alarms(store).all().isEmpty());
        assertEquals(4, new Presences(store, clock).of(terminal).upTo());
    }

    @Test
    void a_gap_is_not_stored_raises_one_alarm_and_heals() {
        ChainRow first = next("note");
        ChainRow second = next("note");
        ChainRow third = next("note");
        send(List.of(first));
        send(List.of(third));
        send(List.of(third));
        assertEquals(List.of(1L, 1L, 1L), acks);
        assertEquals(1, stored());
        assertEquals(List.of("gap"), kinds());
        send(List.of(second, third));
        assertEquals(3L, acks.getLast());
        assertEquals(3, stored());
    }

    @Test
    void another_history_and_a_changed_row_raise_their_alarms_and_are_not_stored() {
        ChainHead before = head;
        ChainRow true1 = next("note");
        send(List.of(true1));
        ChainRow forged = before.append(clock.instant(), "note", "", Json.Obj.EMPTY.with("x", 1), Octets.NONE);
        send(List.of(forged));
        ChainRow true2 = next("note");
        var changed = new ChainRow(
                true2.seq(),
                true2.at(),
                "other",
                true2.visit(),
                true2.open(),
                true2.sealed(),
                true2.previous(),
                true2.hash());
        send(List.of(changed));
        send(List.of(ChainHead.after(forged).append(clock.instant(), "note", "", Json.Obj.EMPTY, Octets.NONE)));
        assertEquals(1, stored());
        assertEquals(List.of("fork", "fork", "tampered"), kinds());
        intake.hear(terminal, "{".getBytes(StandardCharsets.UTF_8));
        assertTrue(kinds().contains("unreadable"));
        intake.hear("stranger", RowBatch.FORM.bytes(new RowBatch(List.of(true1))));
        assertEquals(1, stored());
    }

    @Test
    void a_bundle_reaches_the_others_only_after_the_first_terminal_confirms_it() throws Exception {
        String other = join();
        publish("欢迎");
        assertEquals(List.of(terminal + "@1"), rung);
        assertTrue(rollouts.pointer(other).isEmpty());
        send(List.of(report(new RolloutReport.Confirmed(1))));
        assertTrue(rung.contains(other + "@1"));
        publish("欢迎光临");
        send(List.of(report(new RolloutReport.RolledBack(2, "browser"))));
        assertEquals(1, rollouts.pointer(other).orElseThrow().version());
        assertFalse(rung.contains(other + "@2"));
        assertEquals(Rollouts.Ring.STOPPED, rollouts.all().getFirst().ring());
        assertEquals("browser", rollouts.said(2).getFirst().reason());
    }

    @Test
    void a_will_of_an_older_connection_does_not_make_a_terminal_look_gone() {
        var presences = new Presences(store, clock);
        presences.hear(terminal, online(7));
        presences.hear(terminal, Presence.FORM.bytes(new Presence.Lost(6)));
        assertTrue(presences.of(terminal).online());
        presences.hear(terminal, Presence.FORM.bytes(new Presence.Lost(7)));
        assertFalse(presences.of(terminal).online());
        presences.hear(terminal, online(6));
        assertFalse(presences.of(terminal).online());
        assertEquals("inService", presences.of(terminal).state().orElseThrow().state());
    }

    private byte[] online(long epoch) {
        return Presence.FORM.bytes(new Presence.Online(
                epoch,
                new Presence.TerminalState(
                        clock.instant(), "inService", 0, "", "0.1", true, 3, 1, List.of(), List.of())));
    }

    private void publish(String zh) {
        var kept = (Drafts.Outcome.Kept) drafts.write(
                "a", "welcome", ("{\"zh\":\"" + zh + "\",\"en\":\"hello\"}").getBytes(StandardCharsets.UTF_8));
        drafts.approve("b", kept.draft());
    }

    private ChainRow report(RolloutReport report) {
        ChainRow row =
                head.append(clock.instant(), RolloutReport.KIND, "", RolloutReport.FORM.write(report), Octets.NONE);
        head = ChainHead.after(row);
        return row;
    }

    private ChainRow next(String kind) {
        ChainRow row =
                head.append(clock.instant(), kind, "", Json.Obj.EMPTY.with("n", head.seq()), Octets.utf8("cipher"));
        head = ChainHead.after(row);
        return row;
    }

    private void send(List<ChainRow> rows) {
        intake.hear(terminal, RowBatch.FORM.bytes(new RowBatch(rows)));
    }

    private String join() throws Exception {
        var terminals =
                new Terminals(store, Authority.open(folder.resolve("ca.p12"), "test".toCharArray(), clock), clock);
        var joined = (Terminals.Joining.Joined)
                terminals.join(terminals.newCode(), TestTerminal.make().request());
        clock.pass(java.time.Duration.ofSeconds(1));
        return joined.terminal();
    }

    private int stored() {
        return store.keep(sql -> sql.one("SELECT COUNT(*) FROM row", row -> row.getInt(1)))
                .orElseThrow();
    }

    private List<String> kinds() {
        return new Alarms(store).all().stream().map(Alarms.Alarm::kind).sorted().toList();
    }
}
