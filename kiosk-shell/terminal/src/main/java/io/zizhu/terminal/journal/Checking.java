package io.zizhu.terminal.journal;

import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.ChainRow;
import io.zizhu.wire.chain.Proof;
import io.zizhu.wire.json.Misfit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;

/** Shows proofs the rows of the file, and the tables beside them. On the journal's thread. */
final class Checking {
    private static final long TAIL = 4; // so many times the rows between two heads, before the first greeting
    private static final int PAGE = 500;

    private final Rows rows;
    private final Care care;

    Checking(Rows rows, Care care) {
        this.rows = rows;
        this.care = care;
    }

    /**
     * A proof of the last rows, from well before the last head that was signed, or of all where there is none: what must be
     * right before a row may follow.
     */
    Proof tail(ChainHead genesis, long signed, long last, Set<Long> waiting) throws SQLException {
        long from = Math.max(1, Math.min(signed, last - TAIL * care.rows()));
        List<ChainRow> first = from == 1 ? List.of() : rows.after(from - 1, 1);
        ChainHead start = first.isEmpty()
                ? genesis
                : new ChainHead(from - 1, first.getFirst().previous());
        var proof = new Proof(start, care.keys());
        boolean more = true;
        while (more) {
            more = follow(proof, PAGE, last, waiting);
        }
        return proof;
    }

    /** Shows the proof the next rows; at the end, also the tables beside them. Whether there is more. */
    boolean follow(Proof proof, int most, long last, Set<Long> waiting) throws SQLException {
        long from = proof.head().seq();
        if (!rows.show(from, most, row -> shown(row, proof))) {
            return false;
        }
        if (proof.head().seq() < last) {
            if (proof.head().seq() == from) {
                proof.unreadable(from + 1, "the table has no more rows, though its last one is " + last);
            }
            return proof.bad().isEmpty();
        }
        proof.compare(waiting);
        for (String supply : proof.supplies()) {
            proof.compare(supply, rows.left(supply));
        }
        return false;
    }

    private static boolean shown(ResultSet row, Proof proof) throws SQLException {
        long seq = row.getLong("seq");
        try {
            return proof.follow(Rows.row(row));
        } catch (Misfit | DateTimeException unreadable) {
            proof.unreadable(seq, unreadable.getClass().getSimpleName());
            return false;
        }
    }
}
