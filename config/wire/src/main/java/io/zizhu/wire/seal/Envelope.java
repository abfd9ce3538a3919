package io.zizhu.wire.seal;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.json.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What every signed form travels in, from the first day: {@code {signed, signatures:[{keyid, alg, sig}]}} (TUF 1.0, 4.2).
 * A signature covers the canonical bytes of {@code signed}; the envelope itself is canonical too, so that one content has
 * one digest and no byte can change unseen.
 */
public record Envelope(Json.Obj signed, List<Mark> signatures) {
    /** More signatures than this are refused unread. */
    public static final int MOST_SIGNATURES = 16;

    public static final Form<Envelope> FORM = new Form<>(
            "envelope",
            envelope -> Json.Obj.EMPTY
                    .with("signed", envelope.signed())
                    .with(
                            "signatures",
                            envelope.signatures().stream().map(Mark.FORM::write).toList()),
            fields -> {
                var marks = fields.list("signatures", Mark.FORM.reader());
                if (marks.size() > MOST_SIGNATURES) {
                    throw fields.wrong("signatures", "are more than " + MOST_SIGNATURES);
                }
                return new Envelope(fields.object("signed"), marks);
            });

    /** One signature. */
    public record Mark(String keyid, String alg, Octets sig) {
        public static final Form<Mark> FORM = new Form<>(
                "signature",
                mark -> Json.Obj.EMPTY
                        .with("keyid", mark.keyid())
                        .with("alg", mark.alg())
                        .with("sig", mark.sig()),
                fields -> new Mark(fields.text("keyid"), fields.text("alg"), fields.octets("sig")));
    }

    public Envelope {
        signatures = List.copyOf(signatures);
    }

    public static Envelope sign(Json.Obj signed, Signer... signers) {
        var envelope = new Envelope(signed, List.of());
        for (Signer signer : signers) {
            envelope = envelope.alsoSigned(signer);
        }
        return envelope;
    }

    /** The same content with one signature more; a second person signs what the first one signed. */
    public Envelope alsoSigned(Signer signer) {
        var more = new ArrayList<>(signatures);
        more.add(new Mark(signer.key().id(), signer.key().algorithm().word(), Octets.of(signer.sign(signed.bytes()))));
        return new Envelope(signed, more);
    }

    public byte[] bytes() {
        return FORM.bytes(this);
    }

    /** Reads an envelope and insists on its canonical byte form. Says nothing yet about who signed. */
    public static Read<Envelope> open(byte[] bytes) {
        return switch (FORM.open(bytes)) {
            case Read.Good<Envelope>(Envelope envelope)
            when !Arrays.equals(envelope.bytes(), bytes) -> new Read.Bad<>("envelope", "is not in canonical form");
            case Read.Good<Envelope> good -> good;
            case Read.Bad<Envelope> bad -> bad;
        };
    }
}
