package io.zizhu.wire.chain;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One journal row as it is kept and sent.
 *
 * @param seq 1, 2, 3… without a hole
 * @param at the terminal's clock
 * @param kind what happened, a word such as {@code visit.closed}
 * @param visit the visit's id, empty outside one
 * @param open facts without personal data
 * @param sealed ciphertext, empty where nothing personal belongs to the row; the chain covers the ciphertext, so destroying
 *     its key erases the content and the chain still verifies
 * @param previous hash of the row before
 * @param hash of this row: SHA-256 of its canonical form without the member {@code hash}
 */
public record ChainRow(
        long seq, Instant at, String kind, String visit, Json.Obj open, Octets sealed, Digest previous, Digest hash) {
    public static final Form<ChainRow> FORM = new Form<>(
            "row",
            row -> row.unhashed().with("hash", row.hash().hex()),
            fields -> new ChainRow(
                    fields.count("seq"),
                    fields.instant("at"),
                    fields.text("kind", 80),
                    fields.text("visit", 80),
                    fields.object("open"),
                    fields.octets("sealed"),
                    fields.digest("previous"),
                    fields.digest("hash")));

    /** The hash this row ought to have. */
    public Digest digest() {
        return Digest.of(unhashed().bytes());
    }

    /** Whether this row says what is about to be done; what came of it is another row, which {@link #answers} this. */
    public boolean intent() {
        return open.members().get("_is") instanceof Json.Text(String is) && is.equals("intent");
    }

    /** The row of the intent whose outcome this is. */
    public Optional<Long> answers() {
        return open.members().get("_of") instanceof Json.Num(double intent)
                ? Optional.of((long) intent)
                : Optional.empty();
    }

    /** What this row changes in the supplies, such as {@code a4: -1}. */
    public Map<String, Integer> supplies() {
        var changes = new LinkedHashMap<String, Integer>();
        if (open.members().get("_supplies") instanceof Json.Obj(var members)) {
            members.forEach((name, value) -> {
                if (value instanceof Json.Num(double change)) {
                    changes.put(name, (int) change);
                }
            });
        }
        return changes;
    }

    /** In the order of the canonical form, which has nothing to sort then. */
    private Json.Obj unhashed() {
        var members = new LinkedHashMap<String, Json>();
        members.put("at", new Json.Text(at.toString()));
        members.put("kind", new Json.Text(kind));
        members.put("open", open);
        members.put("previous", new Json.Text(previous.hex()));
        members.put("sealed", new Json.Text(sealed.base64()));
        members.put("seq", Json.Num.of(seq));
        members.put("visit", new Json.Text(visit));
        return new Json.Obj(members);
    }

    @Override
    public String toString() {
        return "row " + seq + " " + kind;
    }
}
