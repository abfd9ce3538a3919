package io.zizhu.wire.chain;

import io.zizhu.wire.seal.SealKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows rows of a chain one after another, and tells how far they are complete and unaltered: linked by their hashes, and
 * up to which row a signed head vouches for them. Ends at the first row that is not right. Used by one thread at a time.
 */
public final class Proof {
    private final List<SealKey> keys;
    private final SortedSet<Long> waiting = new TreeSet<>();
    private final SortedMap<String, Integer> left = new TreeMap<>();
    private final long begin;
    private ChainHead head;
    private long proved;
    private long strange;
    private Optional<Bad> bad = Optional.empty();

    /**
     * The first row that is not right.
     *
     * @param why in technician's words, to be read after the row's number
     * @param as the same as a chain says it; whatever is no question of links counts as tampered
     */
    public record Bad(long seq, String why, ChainHead.Followed as) {
        Bad(long seq, String why) {
            this(seq, why, new ChainHead.Followed.Tampered(seq));
        }
    }

    /**
     * @param from the head that the first row must continue
     * @param keys whose signed heads count; where there are none nothing is proved, only linked
     */
    public Proof(ChainHead from, Collection<SealKey> keys) {
        this.begin = from.seq();
        this.head = from;
        this.proved = from.seq();
        this.keys = List.copyOf(keys);
    }

    /** Whether this row, and every one before it, is right. */
    public boolean follow(ChainRow row) {
        if (bad.isPresent()) {
            return false;
        }
        ChainHead.Followed followed = head.follow(row);
        if (!(followed instanceof ChainHead.Followed.Next(ChainHead next))) {
            return refuse(fault(followed));
        }
        if (row.kind().equals(SignedHead.KIND) && !vouched(row)) {
            return false;
        }
        Optional<Long> intent = row.answers().filter(seq -> seq > begin); // earlier ones we have not seen
        if (intent.isPresent() && !waiting.remove(intent.get())) {
            return refuse(new Bad(row.seq(), "answers row " + intent.get() + ", which waits for no outcome"));
        }
        if (row.intent()) {
            waiting.add(row.seq());
        }
        row.supplies().forEach((name, by) -> left.put(name, Math.max(0, left.getOrDefault(name, 0) + by)));
        head = next;
        return true;
    }

    /** The next row is there, but cannot be read as one. */
    public void unreadable(long seq, String why) {
        if (bad.isEmpty()) {
            refuse(new Bad(seq, "cannot be read: " + why));
        }
    }

    /** Where these are not the intents that wait: a mark beside the rows was changed. */
    public void compare(Collection<Long> marked) {
        var wrong = new TreeSet<>(waiting);
        wrong.removeAll(marked);
        var open = new TreeSet<>(marked);
        open.removeAll(waiting);
        open.removeIf(seq -> seq <= begin);
        if (bad.isEmpty() && !wrong.isEmpty()) {
            refuse(new Bad(wrong.first(), "is marked as answered, but no row answers it"));
        } else if (bad.isEmpty() && !open.isEmpty()) {
            refuse(new Bad(open.first(), "is marked as waiting for an outcome, which it does not"));
        }
    }

    /** The supplies whose count can be told: all that were met, where the rows were followed from the first. */
    public Set<String> supplies() {
        return begin == 0 ? new TreeSet<>(left.keySet()) : Set.of();
    }

    /** Where this is not what the rows leave of one of {@link #supplies}: the count beside the rows was changed. */
    public void compare(String supply, int counted) {
        int right = left.getOrDefault(supply, 0);
        if (bad.isEmpty() && right != counted) {
            refuse(new Bad(
                    head.seq(),
                    "leaves " + right + " of " + supply + ", but " + counted + " are counted beside the rows"));
        }
    }

    private boolean vouched(ChainRow row) {
        switch (SignedHead.check(row, keys)) {
            case SignedHead.Checked.Genuine(var said) -> proved = row.seq();
            case SignedHead.Checked.Stranger(var key) -> strange = row.seq();
            case SignedHead.Checked.Forged(String why) -> {
                return refuse(new Bad(row.seq(), "is a forged signed head: " + why));
            }
        }
        return true;
    }

    private boolean refuse(Bad found) {
        bad = Optional.of(found);
        return false;
    }

    private static Bad fault(ChainHead.Followed followed) {
        return switch (followed) {
            case ChainHead.Followed.Next(ChainHead next) -> throw new IllegalStateException("no fault: " + next.seq());
            case ChainHead.Followed.Before(long seq) -> new Bad(seq, "is there twice, or out of order", followed);
            case ChainHead.Followed.Gap(long expected, long got) ->
                new Bad(expected, "is missing; the next row there is " + got, followed);
            case ChainHead.Followed.Fork(long seq) -> new Bad(seq, "does not continue the row before it", followed);
            case ChainHead.Followed.Tampered(long seq) ->
                new Bad(seq, "was altered: its hash is not that of its content", followed);
        };
    }

    public Optional<Bad> bad() {
        return bad;
    }

    /** The last row that is right. */
    public ChainHead head() {
        return head;
    }

    /** Every row up to this one is complete and unaltered by the word of a signed head; where we began if there was none. */
    public long proved() {
        return proved;
    }

    /** The last head signed with a key that is none of ours; 0 where there was none. */
    public long strange() {
        return strange;
    }
}
