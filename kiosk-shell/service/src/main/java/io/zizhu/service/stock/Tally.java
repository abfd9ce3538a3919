package io.zizhu.service.stock;

/**
 * What became of one supply in a time. Everything but {@code doubtful} adds up: left = loaded - used - spoiled - retained
 * + found + unbooked.
 *
 * @param loaded put in by somebody with a badge
 * @param used went out to a visit, or was a test
 * @param spoiled jammed, torn, or the rest of a roll that was taken out
 * @param retained kept by the machine
 * @param found what counts found more than the book said, negative where less
 * @param unbooked used though the book said that nothing was left: somebody loaded without saying so
 * @param doubtful nobody knows whether it was used; settled by a person, set right by the next count
 */
public record Tally(long loaded, long used, long spoiled, long retained, long found, long unbooked, long doubtful) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    public long change() {
        return loaded - used - spoiled - retained + found + unbooked;
    }

    Tally plus(Tally other) {
        return new Tally(
                loaded + other.loaded,
                used + other.used,
                spoiled + other.spoiled,
                retained + other.retained,
                found + other.found,
                unbooked + other.unbooked,
                doubtful + other.doubtful);
    }

    static Tally ofLoaded(long loaded, long rest) {
        return new Tally(loaded, 0, rest, 0, 0, 0, 0);
    }

    static Tally ofUsed(long used) {
        return new Tally(0, used, 0, 0, 0, 0, 0);
    }

    static Tally ofSpoiled(long spoiled) {
        return new Tally(0, 0, spoiled, 0, 0, 0, 0);
    }

    static Tally ofRetained(long retained) {
        return new Tally(0, 0, 0, retained, 0, 0, 0);
    }

    static Tally ofFound(long found) {
        return new Tally(0, 0, 0, 0, found, 0, 0);
    }

    static Tally ofUnbooked(long unbooked) {
        return new Tally(0, 0, 0, 0, 0, unbooked, 0);
    }

    static Tally ofDoubtful(long doubtful) {
        return new Tally(0, 0, 0, 0, 0, 0, doubtful);
    }
}
