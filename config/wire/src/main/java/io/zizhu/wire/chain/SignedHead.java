package io.zizhu.wire.chain;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.seal.SealKey;
import io.zizhu.wire.seal.Signer;
import java.time.Instant;
import java.util.Collection;

/**
 * A terminal's word that its chain stood so at a time. It is itself a row of the chain, of the kind {@link #KIND}, and signs
 * the row just before it, and with that every row before. Whoever has the public key needs neither terminal nor centre to
 * see that those rows are complete and unaltered; what came after the last signed head it cannot tell.
 *
 * @param head the row before this one
 * @param at the terminal's clock
 * @param key what the signature is to be checked with; carried along so that the centre can learn it, trusted only by who
 *     knows it from elsewhere
 */
public record SignedHead(ChainHead head, Instant at, SealKey key, Octets signature) {
    /** The kind of the rows that are signed heads. */
    public static final String KIND = "head";

    private static final String TYPE = "zizhu head 1";

    public static final Form<SignedHead> FORM = new Form<>(
            KIND,
            signed -> content(signed.head, signed.at)
                    .with("key", SealKey.FORM.write(signed.key))
                    .with("signature", signed.signature),
            fields -> {
                fields.word("type", new String[] {TYPE}, type -> type);
                return new SignedHead(
                        new ChainHead(fields.count("seq"), fields.digest("hash")),
                        fields.instant("at"),
                        SealKey.FORM.reader().apply(fields.child("key")),
                        fields.octets("signature"));
            });

    /** What a check of a row says. */
    public sealed interface Checked {
        /** Signed with one of the keys, and about the row it stands behind. */
        record Genuine(SignedHead head) implements Checked {}

        /** The signature fits its key, but the key is none of ours. */
        record Stranger(SealKey key) implements Checked {}

        /**
         * @param why in technician's words
         */
        record Forged(String why) implements Checked {}
    }

    public static SignedHead sign(ChainHead head, Instant at, Signer signer) {
        byte[] signature = signer.sign(content(head, at).bytes());
        return new SignedHead(head, at, signer.key(), Octets.of(signature));
    }

    /**
     * The row for it, right behind the one it signs.
     */
    public ChainRow row() {
        return head.append(at, KIND, "", FORM.write(this), Octets.NONE);
    }

    /**
     * Checks a row of the kind {@link #KIND}; everything it says, its time too, is then what was signed.
     *
     * @param keys whose word counts
     */
    public static Checked check(ChainRow row, Collection<SealKey> keys) {
        return switch (FORM.read(row.open())) {
            case Read.Bad<SignedHead>(String field, String why) -> new Checked.Forged(field + " " + why);
            case Read.Good<SignedHead>(SignedHead said) -> {
                if (!said.row().equals(row)) {
                    yield new Checked.Forged("is not what it says it signs");
                }
                if (!said.key.verifies(content(said.head, said.at).bytes(), said.signature.bytes())) {
                    yield new Checked.Forged("the signature does not fit key " + said.key.id());
                }
                yield keys.contains(said.key) ? new Checked.Genuine(said) : new Checked.Stranger(said.key);
            }
        };
    }

    private static Json.Obj content(ChainHead head, Instant at) {
        return ChainHead.FORM.write(head).with("at", at.toString()).with("type", TYPE);
    }

    @Override
    public String toString() {
        return "head " + head.seq() + " by key " + key.id();
    }
}
