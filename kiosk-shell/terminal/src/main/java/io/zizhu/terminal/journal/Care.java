package io.zizhu.terminal.journal;

import io.zizhu.wire.seal.SealKey;
import io.zizhu.wire.seal.Signer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a journal is looked after.
 *
 * @param signer signs the chain's head; where there is none, rows are linked but nobody vouches for them
 * @param rows the head is signed when so many rows have come since the last time,
 * @param within or when so much time has gone by with at least one new row, and at a clean stop
 * @param reserve bytes held back on the disk for the day it is full; 0 for none
 */
public record Care(Optional<Signer> signer, int rows, Duration within, long reserve) {
    static final Care NONE = new Care(Optional.empty(), Integer.MAX_VALUE, Duration.ofDays(1), 0);

    /** For a station: a visit has some fourteen rows, and takes some five kilobytes. */
    public static Care of(Signer signer) {
        return new Care(Optional.of(signer), 500, Duration.ofMinutes(10), 8 << 20);
    }

    List<SealKey> keys() {
        return signer.map(Signer::key).stream().toList();
    }
}
