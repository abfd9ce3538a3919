package io.zizhu.wire.seal;

import io.zizhu.wire.json.Fields;
import io.zizhu.wire.json.Misfit;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One envelope before one judge. Strict: each signature must be good, not only enough of them. */
record Check(Envelope envelope, String type, Instant now, long seen) {
    private record Bench(TrustRoot root, String name, TrustRoot.Role role) {}

    Verdict under(TrustRoot root, String role) {
        return judged(List.of(bench(root, role)));
    }

    /** Before two judges, each of whom must be content; a signature may be meant for either. */
    Verdict under(TrustRoot old, String role, TrustRoot next, String nextRole) {
        return judged(List.of(bench(old, role), bench(next, nextRole)));
    }

    private static Bench bench(TrustRoot root, String name) {
        var role = root.roles().get(name);
        return new Bench(root, name, role == null ? new TrustRoot.Role(1, Set.of()) : role);
    }

    private Verdict judged(List<Bench> benches) {
        return signatures(benches)
                .or(() -> thresholds(benches))
                .<Verdict>map(refused -> refused)
                .orElseGet(this::content);
    }

    private Optional<Verdict.Refused> signatures(List<Bench> benches) {
        byte[] data = envelope.signed().bytes();
        var had = new HashSet<String>();
        for (int i = 0; i < envelope.signatures().size(); i++) {
            var mark = envelope.signatures().get(i);
            var known = benches.stream()
                    .flatMap(bench -> bench.root().key(mark.keyid()).stream())
                    .findFirst();
            if (known.isEmpty()) {
                return Optional.of(new Verdict.UnknownKey(i));
            }
            if (benches.stream().noneMatch(bench -> bench.role().keyids().contains(mark.keyid()))) {
                return Optional.of(new Verdict.WrongRole(i, benches.getFirst().name()));
            }
            if (!had.add(mark.keyid())) {
                return Optional.of(new Verdict.Twice(i));
            }
            if (!known.get().algorithm().word().equals(mark.alg())) {
                return Optional.of(new Verdict.Broken(i, "alg"));
            }
            if (!known.get().verifies(data, mark.sig().bytes())) {
                return Optional.of(new Verdict.Broken(i, "sig"));
            }
        }
        return Optional.empty();
    }

    private Optional<Verdict.Refused> thresholds(List<Bench> benches) {
        for (Bench bench : benches) {
            long have = envelope.signatures().stream()
                    .filter(mark -> bench.role().keyids().contains(mark.keyid())
                            && bench.root().key(mark.keyid()).isPresent())
                    .count();
            if (have < bench.role().threshold()) {
                return Optional.of(new Verdict.BelowThreshold(
                        bench.name(), (int) have, bench.role().threshold()));
            }
        }
        return Optional.empty();
    }

    private Verdict content() {
        try {
            var fields = Fields.of("signed", envelope.signed());
            if (!fields.text("type").equals(type)) {
                return new Verdict.WrongType(type);
            }
            long version = fields.count("version");
            Instant expires = fields.instant("expires");
            if (version < seen) {
                return new Verdict.Older(version, seen);
            }
            return now.isBefore(expires)
                    ? new Verdict.Trusted(envelope.signed(), version, expires)
                    : new Verdict.Expired(expires);
        } catch (Misfit misfit) {
            return new Verdict.Malformed(misfit.field(), misfit.why());
        }
    }
}
