package io.zizhu.terminal.proof;

import io.zizhu.wire.chain.ChainHead;
import io.zizhu.wire.chain.Proof;
import io.zizhu.wire.json.Misfit;
import io.zizhu.wire.seal.SealKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says of a copied journal whether a range of its rows is complete and unaltered, with nothing but the terminal's public
 * key; no terminal, no centre, no network. What the last signed head does not cover can be consistent, but is not proved:
 * whoever can write the file could have written that part anew.
 *
 * <p>Exit codes: 0 complete and unaltered; 1 altered or incomplete, the first such row is named; 2 usage, or the file cannot
 * be read; 3 consistent, but not all of it proved, with the reason.
 */
public final class VerifyJournal {
    private static final int PROVED = 0;
    private static final int ALTERED = 1;
    private static final int UNREADABLE = 2;
    private static final int UNPROVED = 3;

    private final Request request;
    private final Copy copy;
    private final PrintStream out;

    private VerifyJournal(Request request, Copy copy, PrintStream out) {
        this.request = request;
        this.copy = copy;
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out));
    }

    /** The same for tests, without the end of the process. */
    static int run(List<String> args, PrintStream out) {
        Request request;
        try {
            request = Request.parse(args);
        } catch (Request.Wrong wrong) {
            out.println("verify-journal: " + wrong.getMessage());
            out.println(Request.USAGE);
            return UNREADABLE;
        }
        if (!Files.isRegularFile(request.file())) {
            out.println("verify-journal: " + request.file() + " is no file");
            return UNREADABLE;
        }
        try (var copy = Copy.of(request.file())) {
            return new VerifyJournal(request, copy, out).verdict();
        } catch (SQLException e) {
            out.println("verify-journal: " + request.file() + " is no journal, or damaged: " + e.getMessage());
            return UNREADABLE;
        } catch (IOException e) {
            out.println("verify-journal: " + request.file() + " cannot be copied for reading: " + e);
            return UNREADABLE;
        }
    }

    private int verdict() throws SQLException {
        String quick = copy.quickCheck();
        if (!quick.equals("ok")) {
            out.println("DAMAGED: the file is not as SQLite built it: " + quick);
            return ALTERED;
        }
        long from = request.from().orElse(1L);
        long to = request.to().orElse(copy.last());
        if (to < from || to > copy.last()) {
            out.println("verify-journal: the file holds rows " + copy.first() + " to " + copy.last() + " of terminal "
                    + copy.owner() + ", not " + from + " to " + to);
            return UNREADABLE;
        }
        return verdict(from, to);
    }

    private int verdict(long from, long to) throws SQLException {
        long head = copy.headAfter(to - 1);
        long end = head == 0 ? copy.last() : head;
        Proof proof = new Proof(start(from), request.keys());
        copy.show(proof, end);
        if (proof.bad().isEmpty() && proof.head().seq() < end) {
            proof.unreadable(proof.head().seq() + 1, "it is not in the file");
        }
        if (proof.bad().isEmpty() && from == 1 && end == copy.last()) {
            beside(proof);
        }
        if (proof.bad().isPresent()) {
            Proof.Bad bad = proof.bad().get();
            out.println("ALTERED: row " + bad.seq() + " " + bad.why());
            out.println("rows " + from + " to " + (bad.seq() - 1) + ": "
                    + (proof.proved() >= from ? "proved as far as row " + proof.proved() : "nothing is proved"));
            return ALTERED;
        }
        return told(proof, from, to);
    }

    /** The tables beside the rows say what the rows say. */
    private void beside(Proof proof) throws SQLException {
        proof.compare(copy.waiting());
        for (String supply : proof.supplies()) {
            proof.compare(supply, copy.left(supply));
        }
    }

    /** The very first row must continue the owner's own beginning; any other begins where it says. */
    private ChainHead start(long from) throws SQLException {
        if (from == 1) {
            return ChainHead.genesis(copy.owner());
        }
        try {
            return copy.before(from);
        } catch (Misfit missing) {
            return new ChainHead(from - 1, ChainHead.genesis(copy.owner()).hash());
        }
    }

    private int told(Proof proof, long from, long to) {
        if (proof.proved() >= to) {
            out.println("PROVED: rows " + from + " to " + to + " are complete and unaltered, by a signed head in row "
                    + proof.proved() + " with key " + names());
            return PROVED;
        }
        out.println("CONSISTENT, NOT PROVED: rows " + from + " to " + to + " are linked without a fault");
        if (request.keys().isEmpty()) {
            out.println("no --key was given: take the terminal's journal.pub.pem from the centre or the terminal");
        } else if (proof.strange() > 0) {
            out.println("row " + proof.strange() + " is signed by a key that was not given; the given are " + names());
        }
        if (proof.proved() >= from) {
            out.println("proved are rows " + from + " to " + proof.proved()
                    + "; what comes after the last signed head could have been written anew");
        }
        return UNPROVED;
    }

    private String names() {
        return request.keys().stream().map(SealKey::id).collect(Collectors.joining(", "));
    }
}
