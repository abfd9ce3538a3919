package io.zizhu.sim.peer;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/** Remembers the last bytes each way of one wire. Many threads write, the bench reads: guarded by its own monitor. */
public final class Tape {
    private static final int KEPT = 400;

    /** @param way {@code in} towards the device, {@code out} from it */
    public record Piece(Instant at, String way, String hex) {}

    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();

    public void in(byte[] bytes, int length) {
        add("in", bytes, length);
    }

    public void out(byte[] bytes, int length) {
        add("out", bytes, length);
    }

    private synchronized void add(String way, byte[] bytes, int length) {
        if (pieces.size() == KEPT) {
            pieces.removeFirst();
        }
        pieces.addLast(new Piece(Instant.now(), way, java.util.HexFormat.of().formatHex(bytes, 0, length)));
    }

    public synchronized List<Piece> pieces() {
        return List.copyOf(pieces);
    }
}
