package io.zizhu.wire.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.json.Read;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrustRootTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LATER = Instant.parse("2027-11-21T10:00:00Z");

    private final Signer rootKey = Signer.of(Algorithm.ED25519, Algorithm.ED25519.newKeys());
    private final Signer director = Signer.of(Algorithm.ES256, Algorithm.ES256.newKeys());
    private final Signer second = Signer.of(Algorithm.ED25519, Algorithm.ED25519.newKeys());
    private final Signer stranger = Signer.of(Algorithm.ES256, Algorithm.ES256.newKeys());
    private final TrustRoot root = TrustRoot.of(1, LATER, rootKey.key(), director.key());

    @Test
    void what_the_director_signed_is_trusted_with_its_version() {
        var verdict = judge(root, Envelope.sign(order(5), director));
        assertEquals(5, assertInstanceOf(Verdict.Trusted.class, verdict).version());
    }

    @Test
    void each_reason_to_refuse_names_its_field() {
        refused(Verdict.UnknownKey.class, "signatures[0].keyid", judge(root, Envelope.sign(order(5), stranger)));
        refused(Verdict.WrongRole.class, "signatures[0].keyid", judge(root, Envelope.sign(order(5), rootKey)));
        refused(Verdict.BelowThreshold.class, "signatures", judge(root, Envelope.sign(order(5))));
        refused(Verdict.Twice.class, "signatures[1].keyid", judge(root, Envelope.sign(order(5), director, director)));
        refused(Verdict.Older.class, "signed.version", judge(root, Envelope.sign(order(2), director)));
        refused(
                Verdict.WrongType.class,
                "signed.type",
                judge(root, Envelope.sign(order(5).with("type", "x"), director)));
        refused(
                Verdict.Expired.class,
                "signed.expires",
                judge(root, Envelope.sign(order(5).with("expires", NOW.toString()), director)));
        refused(
                Verdict.Malformed.class,
                "signed.version",
                judge(root, Envelope.sign(order(5).without("version"), director)));
        var honest = Envelope.sign(order(5), director);
        refused(Verdict.Broken.class, "signatures[0].sig", judge(root, new Envelope(order(6), honest.signatures())));
        var mark = honest.signatures().getFirst();
        refused(
                Verdict.Broken.class,
                "signatures[0].alg",
                judge(root, new Envelope(order(5), List.of(new Envelope.Mark(mark.keyid(), "ed25519", mark.sig())))));
        refused(
                Verdict.Broken.class,
                "signatures[0].sig",
                judge(root, new Envelope(order(5), List.of(new Envelope.Mark(mark.keyid(), "es256", Octets.NONE)))));
    }

    @Test
    void two_of_two_need_both() {
        var both = new TrustRoot(
                1,
                LATER,
                List.of(rootKey.key(), director.key(), second.key()),
                Map.of(
                        TrustRoot.ROOT,
                                new TrustRoot.Role(1, Set.of(rootKey.key().id())),
                        TrustRoot.DIRECTOR,
                                new TrustRoot.Role(
                                        2,
                                        Set.of(director.key().id(), second.key().id()))));
        refused(Verdict.BelowThreshold.class, "signatures", judge(both, Envelope.sign(order(5), director)));
        assertInstanceOf(
                Verdict.Trusted.class,
                judge(both, Envelope.sign(order(5), director).alsoSigned(second)));
    }

    @Test
    void a_root_survives_the_journey_and_hands_over_only_with_both_signatures() {
        var envelope = Envelope.sign(root.signed(), rootKey);
        assertInstanceOf(Verdict.Trusted.class, TrustRoot.first(envelope.bytes(), NOW));
        assertEquals(new Read.Good<>(root), TrustRoot.FORM.read(envelope.signed()));

        var next = TrustRoot.of(2, LATER, second.key(), director.key());
        assertInstanceOf(Verdict.Trusted.class, root.succeeded(Envelope.sign(next.signed(), rootKey, second), NOW));
        refused(Verdict.BelowThreshold.class, "signatures", root.succeeded(Envelope.sign(next.signed(), second), NOW));
        refused(Verdict.BelowThreshold.class, "signatures", root.succeeded(Envelope.sign(next.signed(), rootKey), NOW));
        refused(Verdict.Older.class, "signed.version", root.succeeded(envelope, NOW));
    }

    @Test
    void a_key_whose_name_is_not_its_digest_is_refused() {
        var lying =
                SealKey.FORM.write(director.key()).with("keyid", rootKey.key().id());
        assertEquals(
                "key.keyid",
                assertInstanceOf(Read.Bad.class, SealKey.FORM.read(lying)).field());
        var mixed =
                SealKey.FORM.write(new SealKey(Algorithm.ED25519, director.key().spki()));
        assertEquals(
                "key.public",
                assertInstanceOf(Read.Bad.class, SealKey.FORM.read(mixed)).field());
    }

    private static Json.Obj order(long version) {
        return Json.Obj.EMPTY.with("type", "order").with("version", version).with("expires", LATER.toString());
    }

    private static Verdict judge(TrustRoot root, Envelope envelope) {
        return root.check(envelope.bytes(), TrustRoot.DIRECTOR, "order", NOW, 3);
    }

    private static void refused(Class<? extends Verdict.Refused> kind, String field, Verdict verdict) {
        assertEquals(field, assertInstanceOf(kind, verdict).field());
    }
}
