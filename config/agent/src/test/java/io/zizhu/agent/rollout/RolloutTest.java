package io.zizhu.agent.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.agent.disk.CutDisk;
import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.Signer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final Map<String, String> FACTORY = Map.of("welcome", "factory", "fee", "factory");

    private final Station station = new Station(1);

    @Test
    void a_good_bundle_is_applied_while_nobody_is_there_and_confirmed() throws Exception {
        var rollout = station.start();
        assertEquals(FACTORY, station.living);
        station.visit = true;
        var pointer = station.lay(3, "welcome", "hello");
        station.take(rollout, pointer);
        assertEquals(Map.of("welcome", "hello", "fee", "factory"), station.living);
        assertEquals("welcome=hello holds=1", station.seenWhileHeld.getLast());
        assertEquals(List.of(new RolloutReport.Confirmed(3)), station.journal);
        assertEquals(new Rollout.Standing(3, pointer.digest().hex()), rollout.standing());
        station.take(rollout, pointer);
        assertEquals(1, station.journal.size());

        station.take(rollout, station.lay(4, "fee", "20"));
        assertEquals(Map.of("welcome", "factory", "fee", "20"), station.living);
        var again = station.start();
        assertEquals(Map.of("welcome", "factory", "fee", "20"), station.living);
        assertEquals(4, again.standing().version());
        assertEquals(0, station.holds);
    }

    @Test
    void a_refusal_changes_nothing_is_reported_once_and_names_its_section() throws Exception {
        var rollout = station.start();
        refused(rollout, station.lay(3, "fee", "10", "welcome", "bad"), "welcome", "bad text");
        refused(rollout, station.lay(4, "lights", "on"), "lights", "nobody here understands this section");
        refused(rollout, station.lay(5, "fee", "bug"), "fee", "a bug in the tenant: IllegalStateException");
        refused(rollout, station.lay(2, "fee", "10"), "signed.version", "2 is below 5, the highest seen");
        var stranger = Signer.of(Algorithm.ED25519, Algorithm.ED25519.newKeys());
        byte[] forged = new Bundle(9, Station.LATER, Station.ME, List.of()).sealed(stranger);
        refused(rollout, station.lay(9, forged), "signatures[0].keyid", "is no key of the trust root");
        byte[] foreign = new Bundle(9, Station.LATER, "t-0002", List.of()).sealed(station.director);
        refused(rollout, station.lay(9, foreign), "signed.for", "is not this terminal");
        assertEquals(FACTORY, station.living);
        assertEquals(6, station.journal.size());
        station.take(rollout, station.lay(6, "fee", "12"));
        assertEquals("12", station.living.get("fee"));
    }

    @Test
    void bytes_that_are_not_what_the_doorbell_named_are_told_once_and_taken_when_whole() throws Exception {
        var rollout = station.start();
        var pointer = station.lay(3, "welcome", "hello");
        byte[] whole = station.shelf.get(pointer.digest());
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        station.shelf.put(pointer.digest(), flipped);
        station.take(rollout, pointer);
        station.take(rollout, pointer);
        assertEquals(
                List.of(new RolloutReport.Refused(3, "digest", "what came is not what the doorbell named")),
                station.journal);
        station.shelf.put(pointer.digest(), whole);
        station.take(rollout, pointer);
        assertEquals("hello", station.living.get("welcome"));
    }

    @Test
    void a_flipped_byte_under_its_own_digest_is_refused_by_the_seal() throws Exception {
        var rollout = station.start();
        byte[] flipped =
                station.shelf.get(station.lay(3, "welcome", "hello").digest()).clone();
        int at = new String(flipped, java.nio.charset.StandardCharsets.UTF_8).indexOf("bytes\":\"") + 9;
        flipped[at] ^= 1;
        station.take(rollout, station.lay(3, flipped));
        assertEquals(
                List.of(new RolloutReport.Refused(3, "signatures[0].sig", "does not fit what is signed")),
                station.journal);
        assertEquals(FACTORY, station.living);
    }

    @Test
    void what_proves_ill_is_rolled_back_and_not_tried_again() throws Exception {
        var rollout = station.start();
        station.take(rollout, station.lay(3, "welcome", "hello"));
        station.sign = new Proof.Sign.Ill("id-reader away");
        var pointer = station.lay(4, "welcome", "hi", "fee", "20");
        station.take(rollout, pointer);
        station.take(rollout, pointer);
        assertEquals(Map.of("welcome", "hello", "fee", "factory"), station.living);
        assertEquals(
                List.of(new RolloutReport.Confirmed(3), new RolloutReport.RolledBack(4, "id-reader away")),
                station.journal);
        assertEquals(3, rollout.standing().version());
        assertEquals(0, station.holds);
    }

    @Test
    void a_tenant_that_balks_while_accepting_takes_everybody_back() throws Exception {
        var rollout = station.start();
        station.take(rollout, station.lay(3, "welcome", "hello", "fee", "worse"));
        assertEquals(FACTORY, station.living);
        assertEquals(List.of(new RolloutReport.RolledBack(3, "fee: balked")), station.journal);
    }

    @Test
    void an_expired_bundle_is_not_taken_up_but_one_in_force_stays() throws Exception {
        var rollout = station.start();
        station.take(rollout, station.lay(3, "welcome", "hello"));
        station.now = Station.LATER;
        station.take(rollout, station.lay(4, "welcome", "late"));
        assertEquals(
                "signed.expires",
                assertInstanceOf(RolloutReport.Refused.class, station.journal.getLast())
                        .section());
        assertEquals(3, station.start().standing().version());
        assertEquals("hello", station.living.get("welcome"));
    }

    /** The whole life, cut at each of its disk steps; then two more starts, and the bundle comes again. */
    @Test
    void a_cut_at_any_step_leaves_the_old_or_the_new_whole_and_the_report_arrives() throws Exception {
        Set<String> met = new HashSet<>();
        for (long seed = 0; seed < 6; seed++) {
            for (int step = 0; ; step++) {
                var place = new Station(seed);
                place.take(place.start(), place.lay(3, "welcome", "old", "fee", "old"));
                var next = place.lay(4, "welcome", "new", "fee", "new");
                boolean cut = cutIn(step, place, next);
                place.disk.powerUp();
                var after = place.start();
                String welcome = place.living.get("welcome");
                met.add(welcome);
                assertEquals(Map.of("welcome", welcome, "fee", welcome), place.living);
                assertEquals(welcome.equals("new") ? 4 : 3, after.standing().version());
                place.take(after, next);
                assertEquals(Map.of("welcome", "new", "fee", "new"), place.living);
                assertTrue(place.journal.contains(new RolloutReport.Confirmed(4)), "seed " + seed + " step " + step);
                if (!cut) {
                    break;
                }
            }
        }
        assertEquals(Set.of("old", "new"), met);
    }

    private static boolean cutIn(int step, Station place, Pointer next) throws InterruptedException {
        var running = place.start();
        place.disk.cutIn(step);
        try {
            place.take(running, next);
        } catch (CutDisk.Cut power) {
            return true;
        }
        return false;
    }

    private void refused(Rollout rollout, Pointer pointer, String section, String why) throws InterruptedException {
        station.take(rollout, pointer);
        station.take(rollout, pointer);
        var report = assertInstanceOf(RolloutReport.Refused.class, station.journal.getLast());
        assertEquals(section + ": " + why, report.section() + ": " + report.reason());
        assertEquals(0, rollout.standing().version());
    }
}
