package io.zizhu.wire.seal;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Read;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom to believe: the keys, and which of them make up each role. A terminal gets its first root when it joins, over a
 * pinned connection; each later root is signed by the one before ({@link #succeeded}). Roles this software does not know
 * are carried along unused, so that more may come without changing a byte of the old ones.
 *
 * @param roles by name; at least {@link #ROOT} and {@link #DIRECTOR}
 */
public record TrustRoot(long version, Instant expires, List<SealKey> keys, Map<String, Role> roles) {
    public static final String TYPE = "root";
    /** Signs roots. Its keys stay off line. */
    public static final String ROOT = "root";
    /** Signs bundles: what a terminal should be. */
    public static final String DIRECTOR = "director";

    public static final Form<TrustRoot> FORM = new Form<>(TYPE, TrustRoot::written, fields -> {
        var root = new TrustRoot(
                fields.count("version"),
                fields.instant("expires"),
                fields.list("keys", SealKey.FORM.reader()),
                fields.map("roles", Role.FORM.reader()));
        for (String needed : List.of(ROOT, DIRECTOR)) {
            if (!root.roles().containsKey(needed)) {
                throw fields.wrong("roles", "lacks " + needed);
            }
        }
        return root;
    });

    /** How many of which keys. */
    public record Role(int threshold, Set<String> keyids) {
        public static final Form<Role> FORM = new Form<>(
                "role",
                role -> Json.Obj.EMPTY
                        .with("threshold", role.threshold())
                        .with("keyids", Json.Arr.texts(List.copyOf(new TreeSet<>(role.keyids())))),
                fields -> {
                    var keyids = Set.copyOf(fields.texts("keyids"));
                    long threshold = fields.count("threshold");
                    if (threshold < 1 || threshold > keyids.size()) {
                        throw fields.wrong("threshold", "cannot be met by " + keyids.size() + " keys");
                    }
                    return new Role((int) threshold, keyids);
                });

        public Role {
            keyids = Set.copyOf(keyids);
        }
    }

    public TrustRoot {
        keys = List.copyOf(keys);
        roles = Map.copyOf(roles);
    }

    /** One key a role, as in training and in tests. */
    public static TrustRoot of(long version, Instant expires, SealKey root, SealKey director) {
        var keys = root.equals(director) ? List.of(root) : List.of(root, director);
        return new TrustRoot(
                version,
                expires,
                keys,
                Map.of(ROOT, new Role(1, Set.of(root.id())), DIRECTOR, new Role(1, Set.of(director.id()))));
    }

    /** What goes into an envelope's {@code signed}. */
    public Json.Obj signed() {
        return written(this);
    }

    /**
     * Holds an envelope against this root.
     *
     * @param role who should have signed
     * @param type what {@code signed.type} must be
     * @param now the receiver's clock, or its floor where the clock is behind
     * @param seen highest version of this type seen so far; the same version may come again
     */
    public Verdict check(Envelope envelope, String role, String type, Instant now, long seen) {
        return new Check(envelope, type, now, seen).under(this, role);
    }

    /** The same from bytes, canonical form included. */
    public Verdict check(byte[] bytes, String role, String type, Instant now, long seen) {
        return switch (Envelope.open(bytes)) {
            case Read.Good<Envelope>(Envelope envelope) -> check(envelope, role, type, now, seen);
            case Read.Bad<Envelope>(String field, String why) -> new Verdict.Malformed(field, why);
        };
    }

    /** Holds a self-signed first root: nothing says who, but it must at least agree with itself. */
    public static Verdict first(byte[] bytes, Instant now) {
        return switch (Envelope.open(bytes)) {
            case Read.Good<Envelope>(Envelope envelope) ->
                switch (FORM.read(envelope.signed())) {
                    case Read.Good<TrustRoot>(TrustRoot root) -> root.check(envelope, ROOT, TYPE, now, 0);
                    case Read.Bad<TrustRoot>(String field, String why) -> new Verdict.Malformed(field, why);
                };
            case Read.Bad<Envelope>(String field, String why) -> new Verdict.Malformed(field, why);
        };
    }

    /** Holds the next root: exactly one version on, signed by enough root keys of this one and of itself (TUF 5.3). */
    public Verdict succeeded(Envelope envelope, Instant now) {
        return switch (FORM.read(envelope.signed())) {
            case Read.Good<TrustRoot>(TrustRoot next) ->
                new Check(envelope, TYPE, now, version + 1).under(this, ROOT, next, ROOT);
            case Read.Bad<TrustRoot>(String field, String why) -> new Verdict.Malformed(field, why);
        };
    }

    Optional<SealKey> key(String keyid) {
        return keys.stream().filter(key -> key.id().equals(keyid)).findFirst();
    }

    private static Json.Obj written(TrustRoot root) {
        var roles = new LinkedHashMap<String, Json>();
        root.roles().forEach((name, role) -> roles.put(name, Role.FORM.write(role)));
        return Json.Obj.EMPTY
                .with("type", TYPE)
                .with("version", root.version())
                .with("expires", root.expires().toString())
                .with("keys", root.keys().stream().map(SealKey.FORM::write).toList())
                .with("roles", new Json.Obj(roles));
    }
}
