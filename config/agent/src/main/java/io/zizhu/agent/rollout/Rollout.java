package io.zizhu.agent.rollout;

import io.zizhu.agent.slot.Held;
import io.zizhu.agent.slot.Slots;
import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.seal.TrustRoot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes one bundle after another through its {@link Life}. {@link #begin} runs on the main thread before anybody is
 * served; everything after it on the one thread that calls {@link #take}. {@link #life} and {@link #standing} may be read
 * from anywhere.
 */
public final class Rollout {
    /**
     * How long things may take.
     *
     * @param probation how long a new bundle must prove itself
     * @param glance how often it is looked at meanwhile
     * @param visit how long one wait for the end of a visit lasts before it is begun again
     * @param fetch patience with the centre
     */
    public record Pace(Duration probation, Duration glance, Duration visit, Duration fetch) {}

    /** The terminal's rooms and its clock. */
    public record Ports(
            List<Tenant> tenants,
            List<Section> factory,
            Idle idle,
            Proof proof,
            Reports reports,
            InstantSource clock) {}

    /** Whom to believe and what this terminal is called. */
    public record Faith(TrustRoot root, List<String> audiences) {}

    /**
     * What is in force.
     *
     * @param version 0 for the factory's
     * @param digest empty for the factory's
     */
    public record Standing(long version, String digest) {}

    private final Slots slots;
    private final House house;
    private final Ports ports;
    private final Pace pace;
    private final Set<Digest> damaged = new HashSet<>();
    private Optional<Bundle> current = Optional.empty();
    private volatile Life life = new Life.Steady(0);
    private volatile Standing standing = new Standing(0, "");

    public Rollout(Slots slots, Ports ports, Pace pace) {
        this.slots = slots;
        this.house = new House(ports.tenants(), ports.factory());
        this.ports = ports;
        this.pace = pace;
    }

    public Life life() {
        return life;
    }

    public Standing standing() {
        return standing;
    }

    /**
     * Settles what a power cut left open and lets every tenant accept the active bundle, or the factory's sections.
     *
     * @param faith empty before the terminal has joined: then only the factory's sections can count
     * @throws IllegalStateException where a tenant balks at the factory's own section: the installation is broken
     */
    public void begin(Optional<Faith> faith) {
        slots.recover();
        tell();
        current = faith.flatMap(this::kept);
        if (current.isPresent() && house.accept(current).isPresent()) {
            current = Optional.empty();
        }
        if (current.isEmpty()) {
            slots.abandon("the active slot could not be taken up at start");
            house.accept(Optional.empty()).ifPresent(balk -> {
                throw new IllegalStateException("factory section " + balk.section() + ": " + balk.reason());
            });
        }
        tell();
        steady();
    }

    /** Hears of a bundle and sees it through to its end; returns at once where it is no news. */
    public void take(Pointer pointer, Faith faith, Source source) throws InterruptedException {
        var ledger = slots.ledger();
        if (pointer.digest().hex().equals(standing.digest())
                || ledger.settled().equals(Optional.of(pointer.digest()))) {
            return;
        }
        Optional<byte[]> fetched = source.bundle(pointer.digest(), pace.fetch());
        if (fetched.isPresent()) {
            life = new Life.Fetched(pointer);
            life = judged(pointer, fetched.get(), faith);
            if (life instanceof Life.Checked(Bundle bundle)) {
                life = carried(bundle, fetched.get());
            }
            tell();
            steady();
        }
    }

    /** From the slot: the signature must still hold, the expiry need not; a terminal never stops serving for a date. */
    private Optional<Bundle> kept(Faith faith) {
        return slots.active().flatMap(bytes -> switch (open(bytes, faith, Instant.EPOCH, 0)) {
            case Bundle.Opened.Whole(Bundle bundle) -> Optional.of(bundle);
            case Bundle.Opened.Refused _ -> Optional.empty();
        });
    }

    private Life judged(Pointer pointer, byte[] sealed, Faith faith) {
        if (!Digest.of(sealed).equals(pointer.digest())) {
            var refused = new Life.Refused(pointer.version(), "digest", "what came is not what the doorbell named");
            if (damaged.add(pointer.digest())) { // told once; the bytes may come whole the next time
                ports.reports().report(report(refused));
            }
            return refused;
        }
        return switch (open(
                sealed, faith, ports.clock().instant(), slots.ledger().seen())) {
            case Bundle.Opened.Refused(String field, String why) ->
                refused(pointer.digest(), new Life.Refused(pointer.version(), field, why), 0);
            case Bundle.Opened.Whole(Bundle bundle) ->
                house.check(Optional.of(bundle))
                        .<Life>map(balk -> refused(
                                pointer.digest(),
                                new Life.Refused(bundle.version(), balk.section(), balk.reason()),
                                bundle.version()))
                        .orElseGet(() -> new Life.Checked(bundle));
        };
    }

    private Life refused(Digest digest, Life.Refused refused, long believed) {
        slots.settle(digest, report(refused), believed);
        return refused;
    }

    private Life carried(Bundle bundle, byte[] sealed) throws InterruptedException {
        Held held = slots.stage(bundle.version(), sealed);
        life = new Life.Staged(bundle, held);
        Optional<House.Balk> balk;
        Proof.Trial trial;
        try (var _ = quiet()) {
            life = new Life.Applying(bundle, held);
            trial = ports.proof().begin();
            slots.trying(held);
            balk = house.accept(Optional.of(bundle));
        }
        if (balk.isPresent()) {
            return back(held, balk.get().section() + ": " + balk.get().reason());
        }
        life = new Life.OnProbation(bundle, held);
        return switch (probation(trial)) {
            case Proof.Sign.Ill(String reason) -> back(held, reason);
            case Proof.Sign.Well() -> {
                slots.confirm(held);
                current = Optional.of(bundle);
                yield new Life.Confirmed(bundle.version());
            }
        };
    }

    private Proof.Sign probation(Proof.Trial trial) throws InterruptedException {
        long end = System.nanoTime() + pace.probation().toNanos();
        Proof.Sign sign = trial.sign();
        while (System.nanoTime() - end < 0) {
            Thread.sleep(pace.glance());
            sign = trial.sign();
        }
        return sign;
    }

    private Life back(Held held, String reason) throws InterruptedException {
        String told = reason;
        try (var _ = quiet()) {
            var balk = house.accept(current);
            if (balk.isPresent()) {
                told += "; and on the way back " + balk.get().section() + ": "
                        + balk.get().reason();
            }
            slots.settle(held.digest(), new RolloutReport.RolledBack(held.version(), told), held.version());
        }
        return new Life.RolledBack(held.version(), told);
    }

    private Idle.Hold quiet() throws InterruptedException {
        while (true) {
            Optional<Idle.Hold> hold = ports.idle().hold(pace.visit());
            if (hold.isPresent()) {
                return hold.get();
            }
        }
    }

    private void tell() {
        slots.ledger().untold().ifPresent(report -> {
            ports.reports().report(report);
            slots.told();
        });
    }

    private void steady() {
        standing = current.flatMap(bundle -> slots.ledger().active())
                .map(held -> new Standing(held.version(), held.digest().hex()))
                .orElse(new Standing(0, ""));
        life = new Life.Steady(standing.version());
    }

    private static Bundle.Opened open(byte[] sealed, Faith faith, Instant now, long seen) {
        return Bundle.open(sealed, faith.root(), faith.audiences(), now, seen);
    }

    private static RolloutReport report(Life.Refused refused) {
        return new RolloutReport.Refused(refused.version(), refused.section(), refused.reason());
    }
}
