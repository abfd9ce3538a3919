package io.zizhu.wire.chain;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The end of a chain: the last row's number and hash. Immutable; appending and following give the next head.
 *
 * @param seq 0 before the first row
 */
public record ChainHead(long seq, Digest hash) {
    public static final Form<ChainHead> FORM = new Form<>(
            "head",
            head -> Json.Obj.EMPTY
                    .with("seq", head.seq())
                    .with("hash", head.hash().hex()),
            fields -> new ChainHead(fields.count("seq"), fields.digest("hash")));

    /** What came of putting a received row after a head. */
    public sealed interface Followed {
        /** The row belongs here. */
        record Next(ChainHead head) implements Followed {}

        /** A row from before the head: a repeat if the kept row {@code seq} has the same hash, else a fork. */
        record Before(long seq) implements Followed {}

        /** Rows are missing in between. */
        record Gap(long expected, long got) implements Followed {}

        /** The right number, but it does not continue this row: another history. */
        record Fork(long seq) implements Followed {}

        /** The row's hash is not the hash of its content. */
        record Tampered(long seq) implements Followed {}
    }

    /** What came of walking a whole chain. */
    public sealed interface Walked {
        record Whole(ChainHead head) implements Walked {}

        /** @param fault the first row that does not follow, and how */
        record Torn(Followed fault) implements Walked {}
    }

    /** The head before the first row; the owner's name is in it, so that two terminals' chains never fit together. */
    public static ChainHead genesis(String owner) {
        return new ChainHead(0, Digest.of(("zizhu chain 1\n" + owner).getBytes(StandardCharsets.UTF_8)));
    }

    public static ChainHead after(ChainRow row) {
        return new ChainHead(row.seq(), row.hash());
    }

    /** The next row, hashed. */
    public ChainRow append(Instant at, String kind, String visit, Json.Obj open, Octets sealed) {
        var row = new ChainRow(seq + 1, at, kind, visit, open, sealed, hash, hash);
        return new ChainRow(seq + 1, at, kind, visit, open, sealed, hash, row.digest());
    }

    public Followed follow(ChainRow row) {
        if (!row.hash().equals(row.digest())) {
            return new Followed.Tampered(row.seq());
        }
        if (row.seq() <= seq) {
            return new Followed.Before(row.seq());
        }
        if (row.seq() > seq + 1) {
            return new Followed.Gap(seq + 1, row.seq());
        }
        return row.previous().equals(hash) ? new Followed.Next(after(row)) : new Followed.Fork(row.seq());
    }

    /** Follows row after row and stops at the first that does not fit. */
    public Walked walk(List<ChainRow> rows) {
        ChainHead head = this;
        for (ChainRow row : rows) {
            Followed followed = head.follow(row);
            if (!(followed instanceof Followed.Next(ChainHead next))) {
                return new Walked.Torn(followed);
            }
            head = next;
        }
        return new Walked.Whole(head);
    }
}
