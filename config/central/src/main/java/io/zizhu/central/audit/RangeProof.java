package io.zizhu.central.audit;

import io.zizhu.central.ingest.HeadKeys;
import io.zizhu.central.ingest.Trail;
import io.zizhu.central.store.Store;
import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.Proof;
import io.zizhu.wire.chain.SignedHead;
import io.zizhu.wire.json.Digest;
import io.zizhu.wire.seal.SealKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that a range of a terminal's rows, as they are stored here, is complete and unaltered: each row continues the one
 * before it, and a head that the terminal signed stands behind the last. Reads some rows at a time, so that others come in
 * between. Any thread.
 */
public final class RangeProof {
    private static final int AT_A_TIME = 500;

    private final Store store;
    private final Clock clock;

    public RangeProof(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Some rows of one journal. */
    public record Range(String terminal, int epoch, long from, long to) {}

    /** What can be said of a range. */
    public sealed interface Proven {
        /**
         * Complete and unaltered, by the terminal's own word.
         *
         * @param head the row with the signature
         * @param signed when, by the terminal's clock
         * @param key id of the key it is signed with
         */
        record Signed(Range range, long head, Instant signed, String key) implements Proven {}

        /**
         * Each row continues the one before it, but no signed head has come yet that stands behind the last.
         *
         * @param upTo the last row behind which one does; one less than the range's first where none does
         */
        record Linked(Range range, long upTo) implements Proven {}

        /**
         * @param row the first one that is not right
         * @param why in technician's words, to be read after the row's number
         */
        record Broken(Range range, long row, String why) implements Proven {}

        /** There are no such rows here. */
        record Unknown(Range range) implements Proven {}
    }

    /** Proves, and writes down who asked. */
    public Proven of(String by, Range range) {
        Optional<SealKey> key = store.keep(sql -> {
            var facts = Map.of(
                    "by", by,
                    "wantedTerminal", range.terminal,
                    "epoch", String.valueOf(range.epoch),
                    "from", String.valueOf(range.from),
                    "to", String.valueOf(range.to));
            Trail.write(sql, clock.instant(), "audit-proof", facts);
            return HeadKeys.of(sql, range.terminal, range.epoch);
        });
        List<ChainRow> first = rows(range, range.from - 1, 1);
        if (range.from < 1 || range.to < range.from || first.isEmpty()) {
            return new Proven.Unknown(range);
        }
        return walk(
                range, new Proof(before(range, first.getFirst()), key.stream().toList()), key);
    }

    /** What the first row must continue: the row before it as it stands here, the journal's own beginning for row 1. */
    private ChainHead before(Range range, ChainRow first) {
        return new ChainHead(
                range.from - 1,
                store.keep(sql -> sql.one(
                                "SELECT hash FROM row WHERE terminal = ? AND epoch = ? AND seq = ?",
                                row -> new Digest(row.getString(1)),
                                range.terminal,
                                range.epoch,
                                range.from - 1))
                        .orElse(first.previous()));
    }

    private Proven walk(Range range, Proof proof, Optional<SealKey> key) {
        while (true) {
            List<ChainRow> some = rows(range, proof.head().seq(), AT_A_TIME);
            for (ChainRow row : some) {
                if (!proof.follow(row)) {
                    Proof.Bad bad = proof.bad().orElseThrow();
                    return bad.seq() > range.to ? linked(range, proof) : new Proven.Broken(range, bad.seq(), bad.why());
                }
                if (proof.proved() >= range.to && proof.proved() == row.seq()) {
                    Instant signed = SignedHead.FORM.read(row.open()).orThrow().at();
                    return new Proven.Signed(
                            range, row.seq(), signed, key.orElseThrow().id());
                }
            }
            if (some.size() < AT_A_TIME) {
                return proof.head().seq() < range.to ? new Proven.Unknown(range) : linked(range, proof);
            }
        }
    }

    private static Proven linked(Range range, Proof proof) {
        return new Proven.Linked(range, proof.proved());
    }

    private List<ChainRow> rows(Range range, long after, int most) {
        return store.keep(sql -> sql.all(
                "SELECT body FROM row WHERE terminal = ? AND epoch = ? AND seq > ? ORDER BY seq LIMIT " + most,
                row -> ChainRow.FORM.open(row.getBytes(1)).orThrow(),
                range.terminal,
                range.epoch,
                after));
    }
}
