package io.zizhu.agent.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.agent.disk.CutDisk;
import io.zizhu.agent.disk.Folder;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.report.RolloutReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotsTest {
    private static final byte[] ONE = bytes("bundle one, a long one so that it can be torn");
    private static final byte[] TWO = bytes("bundle two, a long one so that it can be torn");

    @Test
    void a_cut_at_any_step_of_taking_over_leaves_one_or_two_whole() {
        boolean sawOne = false;
        boolean sawTwo = false;
        for (long seed = 0; seed < 40; seed++) {
            for (int step = 0; ; step++) {
                var disk = new CutDisk(seed);
                takeOver(new Slots(disk), 1, ONE);
                disk.cutIn(step);
                boolean cut = false;
                try {
                    takeOver(new Slots(disk), 2, TWO);
                } catch (CutDisk.Cut power) {
                    cut = true;
                }
                disk.powerUp();
                var after = new Slots(disk);
                after.recover();
                byte[] active = after.active().orElseThrow(() -> new AssertionError("no whole slot"));
                if (after.ledger().active().orElseThrow().version() == 1) {
                    assertArrayEquals(ONE, active);
                    sawOne = true;
                } else {
                    assertArrayEquals(TWO, active);
                    sawTwo = true;
                }
                if (!cut) {
                    assertArrayEquals(TWO, active);
                    break;
                }
            }
        }
        assertTrue(sawOne && sawTwo);
    }

    @Test
    void the_highest_version_seen_outlives_refusals_and_never_falls() {
        var disk = new CutDisk(1);
        var slots = new Slots(disk);
        takeOver(slots, 7, ONE);
        slots.settle(Digest.of(TWO), new RolloutReport.Refused(9, "welcome", "no zh"), 9);
        slots.settle(Digest.of(bytes("x")), new RolloutReport.Refused(3, "signatures", "unknown"), 0);
        assertEquals(9, new Slots(disk).ledger().seen());
        assertEquals(
                Optional.of(Digest.of(bytes("x"))), new Slots(disk).ledger().settled());
    }

    @Test
    void a_trial_cut_off_twice_is_settled_as_rolled_back() {
        var disk = new CutDisk(1);
        takeOver(new Slots(disk), 1, ONE);
        for (int i = 0; i < Slots.MOST_TRIES; i++) {
            var slots = new Slots(disk);
            assertEquals(Optional.empty(), slots.ledger().settled());
            slots.trying(slots.stage(2, TWO));
            new Slots(disk).recover();
        }
        var ledger = new Slots(disk).ledger();
        assertEquals(Optional.of(Digest.of(TWO)), ledger.settled());
        assertTrue(ledger.untold().orElseThrow() instanceof RolloutReport.RolledBack(long version, String why)
                && version == 2
                && why.contains("2 times"));
        assertArrayEquals(ONE, new Slots(disk).active().orElseThrow());
    }

    @Test
    void a_slot_that_is_not_what_was_confirmed_does_not_count() {
        var disk = new CutDisk(1);
        takeOver(new Slots(disk), 1, ONE);
        disk.write("slot-a", bytes("bundle one, a long one so that it can be tarn"));
        assertEquals(Optional.empty(), new Slots(disk).active());
    }

    @Test
    void a_real_folder_keeps_it_for_its_owner_alone(@TempDir Path temp) throws Exception {
        takeOver(new Slots(new Folder(temp.resolve("terminal"))), 1, ONE);
        takeOver(new Slots(new Folder(temp.resolve("terminal"))), 2, TWO);
        assertArrayEquals(ONE, Files.readAllBytes(temp.resolve("terminal/slot-a")));
        assertArrayEquals(TWO, Files.readAllBytes(temp.resolve("terminal/slot-b")));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("terminal/slot-b"))));
        assertArrayEquals(
                TWO, new Slots(new Folder(temp.resolve("terminal"))).active().orElseThrow());
    }

    @Test
    void an_interrupt_parts_no_step(@TempDir Path temp) {
        Thread.currentThread().interrupt();
        takeOver(new Slots(new Folder(temp)), 1, ONE);
        assertTrue(Thread.interrupted());
        assertArrayEquals(ONE, new Slots(new Folder(temp)).active().orElseThrow());
    }

    private static void takeOver(Slots slots, long version, byte[] sealed) {
        var held = slots.stage(version, sealed);
        slots.trying(held);
        slots.confirm(held);
        slots.told();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
