package io.zizhu.agent.slot;

import io.zizhu.agent.disk.Disk;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.report.RolloutReport;
import java.util.Optional;

/**
 * Slots A and B on the terminal's disk. A bundle is first written whole into the slot that does not count, then tried,
 * and only {@link #confirm} moves the pointer. After a cut at any step the active slot is whole: the old one or the new
 * one. Owned by one thread at a time: the main one until the rollout's thread begins.
 */
public final class Slots {
    /** A bundle that was cut off on trial this often is not tried again. */
    public static final int MOST_TRIES = 2;

    private static final String LEDGER = "slot.json";

    private final Disk disk;
    private Ledger ledger;

    public Slots(Disk disk) {
        this.disk = disk;
        this.ledger = disk.read(LEDGER).flatMap(Slots::ledger).orElse(Ledger.BIRTH);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** The sealed bytes that count; empty for the factory's sections, and where the slot is not what was confirmed. */
    public Optional<byte[]> active() {
        return ledger.active().flatMap(held -> disk.read(held.letter().file())
                .filter(bytes -> Digest.of(bytes).equals(held.digest())));
    }

    /** Writes sealed bytes into the slot that does not count. */
    public Held stage(long version, byte[] sealed) {
        var letter = ledger.active().map(held -> held.letter().other()).orElse(Held.Letter.A);
        disk.replace(letter.file(), sealed);
        return new Held(letter, version, Digest.of(sealed));
    }

    /** From now on a cut counts against the staged bundle. */
    public void trying(Held staged) {
        keep(ledger.trying(staged));
    }

    /** The staged bundle counts. */
    public void confirm(Held staged) {
        keep(ledger.confirmed(staged));
    }

    /**
     * A bundle will not come into force.
     *
     * @param believed its version where its signature held, else 0: what is not believed does not raise the bar
     */
    public void settle(Digest digest, RolloutReport report, long believed) {
        keep(ledger.settled(digest, report, believed));
    }

    /** The journal has the report. */
    public void told() {
        keep(ledger.told());
    }

    /** At start: a trial that the power cut off is over; at the last allowed one its bundle is settled. */
    public void recover() {
        ledger.trial().ifPresent(trial -> {
            if (ledger.tries() >= MOST_TRIES) {
                settle(
                        trial.digest(),
                        new RolloutReport.RolledBack(
                                trial.version(), "the terminal ended " + ledger.tries() + " times while trying it"),
                        trial.version());
            } else {
                keep(ledger.cutOff());
            }
        });
    }

    /** The active slot cannot be used; the factory's sections count again. */
    public void abandon(String reason) {
        ledger.active().ifPresent(held -> keep(ledger.born(new RolloutReport.RolledBack(held.version(), reason))));
    }

    private void keep(Ledger next) {
        disk.replace(LEDGER, Ledger.FORM.bytes(next));
        ledger = next;
    }

    private static Optional<Ledger> ledger(byte[] bytes) {
        return switch (Ledger.FORM.open(bytes)) {
            case Read.Good<Ledger>(Ledger ledger) -> Optional.of(ledger);
            case Read.Bad<Ledger> _ -> Optional.empty();
        };
    }
}
