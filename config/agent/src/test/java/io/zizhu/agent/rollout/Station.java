package io.zizhu.agent.rollout;

import io.zizhu.agent.disk.CutDisk;
import io.zizhu.agent.slot.Slots;
import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Pointer;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.report.RolloutReport;
import io.zizhu.wire.seal.Algorithm;
import io.zizhu.wire.seal.Signer;
import io.zizhu.wire.seal.TrustRoot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A terminal with two tenants, and the centre's shelf; the disk, the journal and the shelf outlive a power cut. */
final class Station {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Instant LATER = Instant.parse("2027-11-21T10:00:00Z");
    static final String ME = "t-0001";

    final Signer director = Signer.of(Algorithm.ED25519, Algorithm.ED25519.newKeys());
    final Rollout.Faith faith = new Rollout.Faith(TrustRoot.of(1, LATER, director.key(), director.key()), List.of(ME));
    final Map<Digest, byte[]> shelf = new HashMap<>();
    final List<RolloutReport> journal = new ArrayList<>();
    final CutDisk disk;
    Instant now = NOW;
    Proof.Sign sign = new Proof.Sign.Well();
    boolean visit;
    int holds;
    Map<String, String> living = new HashMap<>();
    List<String> seenWhileHeld = new ArrayList<>();

    Station(long seed) {
        this.disk = new CutDisk(seed);
    }

    /** The terminal's process starts: what tenants knew is gone. */
    Rollout start() {
        living = new HashMap<>();
        holds = 0;
        var ports = new Rollout.Ports(
                List.of(new Wall("welcome"), new Wall("fee")),
                List.of(section("welcome", "factory"), section("fee", "factory")),
                this::hold,
                () -> () -> sign,
                journal::add,
                () -> now);
        var rollout = new Rollout(
                new Slots(disk),
                ports,
                new Rollout.Pace(
                        Duration.ofMillis(2), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(1)));
        rollout.begin(Optional.of(faith));
        return rollout;
    }

    Pointer lay(long version, String... texts) {
        var sections = new ArrayList<Section>();
        for (int i = 0; i < texts.length; i += 2) {
            sections.add(section(texts[i], texts[i + 1]));
        }
        byte[] sealed = new Bundle(version, LATER, ME, sections).sealed(director);
        return lay(version, sealed);
    }

    Pointer lay(long version, byte[] sealed) {
        var pointer = Bundle.pointer(version, sealed);
        shelf.put(pointer.digest(), sealed);
        return pointer;
    }

    void take(Rollout rollout, Pointer pointer) throws InterruptedException {
        rollout.take(pointer, faith, new Source() {
            @Override
            public Optional<Pointer> pointer(Duration patience) {
                return Optional.of(pointer);
            }

            @Override
            public Optional<byte[]> bundle(Digest digest, Duration patience) {
                return Optional.ofNullable(shelf.get(digest));
            }
        });
    }

    private Optional<Idle.Hold> hold(Duration patience) {
        if (visit) {
            visit = false; // it ends while the agent waits
            return Optional.empty();
        }
        holds++;
        return Optional.of(() -> holds--);
    }

    static Section section(String name, String text) {
        return new Section(name, "test/1", Octets.utf8(text));
    }

    /** Takes any text but {@code bad} (says so when checked), {@code worse} (balks only when it accepts), {@code bug}. */
    private final class Wall implements Tenant {
        private final String name;

        Wall(String name) {
            this.name = name;
        }

        @Override
        public String section() {
            return name;
        }

        @Override
        public Heard check(Section section) {
            if (section.bytes().utf8().equals("bug")) {
                throw new IllegalStateException("a bug");
            }
            return section.bytes().utf8().equals("bad") ? new Heard.Refused("bad text") : new Heard.Accepted();
        }

        @Override
        public Heard accept(Section section) {
            living.put(name, section.bytes().utf8());
            seenWhileHeld.add(name + "=" + section.bytes().utf8() + " holds=" + holds);
            return section.bytes().utf8().equals("worse") ? new Heard.Refused("balked") : new Heard.Accepted();
        }
    }
}
