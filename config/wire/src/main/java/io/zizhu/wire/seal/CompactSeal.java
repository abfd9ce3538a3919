package io.zizhu.wire.seal;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.json.Octets;
import io.zizhu.wire.json.Read;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate's QR code holds: {@code Z1.<payload>.<signature>}, both base64url, the signature over everything
 * before the last dot. The payload is canonical JSON {@code {d: issued, h: digest of the facts, k: key id, n: number,
 * s: specimen}}; no citizen's data, and about 280 characters, so that a QR code of moderate size takes it. Whoever has the
 * public key checks it without the centre.
 *
 * @param number the certificate's number
 * @param facts digest of the facts printed
 * @param specimen true where training made it: printed as 样张 / SPECIMEN, never valid
 */
public record CompactSeal(String number, LocalDate issued, Digest facts, boolean specimen) {
    private static final String PREFIX = "Z1.";
    private static final int LONGEST = 499;

    /** What a check says. */
    public sealed interface Checked {
        /** Signed by the key, as it stands. */
        record Genuine(CompactSeal seal) implements Checked {}

        /** @param why in technician's words */
        record Refused(String why) implements Checked {}
    }

    private record Payload(CompactSeal seal, String keyid) {
        static final Form<Payload> FORM = new Form<>(
                "seal",
                payload -> Json.Obj.EMPTY
                        .with("n", payload.seal().number())
                        .with("d", payload.seal().issued().toString())
                        .with("h", payload.seal().facts().octets().base64Url())
                        .with("k", payload.keyid())
                        .with("s", payload.seal().specimen()),
                fields -> new Payload(
                        new CompactSeal(
                                fields.text("n", 64), fields.date("d"), digest(fields.text("h")), fields.flag("s")),
                        fields.text("k")));

        private static Digest digest(String base64Url) {
            return new Digest(java.util.HexFormat.of()
                    .formatHex(Octets.base64Url("seal.h", base64Url).bytes()));
        }
    }

    public static CompactSeal over(String number, LocalDate issued, Facts facts, boolean specimen) {
        return new CompactSeal(number, issued, facts.digest(), specimen);
    }

    /** The token, under 500 characters. */
    public String token(Signer signer) {
        var payload = new Payload(this, signer.key().id());
        String head = PREFIX + Octets.of(Payload.FORM.bytes(payload)).base64Url();
        String token = head + "." + Octets.of(signer.sign(ascii(head))).base64Url();
        if (token.length() > LONGEST) {
            throw new IllegalArgumentException("the number is too long for a seal");
        }
        return token;
    }

    /** Checks a token against the keys that seal certificates. */
    public static Checked check(String token, List<SealKey> keys) {
        int dot = token.lastIndexOf('.');
        if (token.length() > LONGEST || !token.startsWith(PREFIX) || dot <= PREFIX.length()) {
            return new Checked.Refused("is not a seal");
        }
        try {
            String head = token.substring(0, dot);
            var bytes = Octets.base64Url("seal", head.substring(PREFIX.length()));
            var signature = Octets.base64Url("seal.signature", token.substring(dot + 1));
            return switch (Payload.FORM.open(bytes.bytes())) {
                case Read.Good<Payload>(Payload payload) -> checked(payload, head, signature, keys);
                case Read.Bad<Payload>(String field, String why) -> new Checked.Refused(field + " " + why);
            };
        } catch (Misfit misfit) {
            return new Checked.Refused(misfit.field() + " " + misfit.why());
        }
    }

    /** Whether these are the facts that were sealed, every letter of them. */
    public boolean covers(Facts printed) {
        return facts.equals(printed.digest());
    }

    private static Checked checked(Payload payload, String head, Octets signature, List<SealKey> keys) {
        Optional<SealKey> key =
                keys.stream().filter(each -> each.id().equals(payload.keyid())).findFirst();
        if (key.isEmpty()) {
            return new Checked.Refused("seal.k is no key we know");
        }
        return key.get().verifies(ascii(head), signature.bytes())
                ? new Checked.Genuine(payload.seal())
                : new Checked.Refused("seal.signature does not fit");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
