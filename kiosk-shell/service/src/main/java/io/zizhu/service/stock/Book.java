package io.zizhu.service.stock;

import io.zizhu.service.port.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stock by the rows of the journal, one after the other: a pure fold. What is left agrees with the journal's own count
 * row by row, which never falls below nothing. One thread at a time.
 */
public final class Book {
    private final Map<Supply, Balance> shift = new EnumMap<>(Supply.class);
    private final Map<Supply, Usage> usage = new EnumMap<>(Supply.class);
    private final Numbers sheets = new Numbers();
    private Instant shiftBegan = Instant.EPOCH;

    public Book() {
        for (Supply supply : Supply.values()) {
            shift.put(supply, new Balance(supply, 0, Tally.NONE));
            usage.put(supply, new Usage());
        }
    }

    public void add(Movement row) {
        if (row.kind().equals(Kinds.HAND_OVER)) {
            shift.replaceAll((supply, balance) -> new Balance(supply, balance.left(), Tally.NONE));
            shiftBegan = row.at();
            return;
        }
        number(row);
        row.changes().forEach((word, change) -> Supply.of(word).ifPresent(supply -> move(supply, row, change)));
        if (isDoubtful(row)) {
            book(row.kind().equals(Kinds.SLIP) ? Supply.ROLL : Supply.A4, Tally.ofDoubtful(1));
        }
    }

    private void move(Supply supply, Movement row, int change) {
        long before = left(supply);
        book(supply, tally(row, change));
        if (before + change < 0) {
            book(supply, Tally.ofUnbooked(-(before + change)));
        }
        if (isUse(row) && change < 0) {
            usage(supply).used(row.at(), -(long) change);
        }
    }

    private static Tally tally(Movement row, int change) {
        return switch (row.kind()) {
            case Kinds.LOADED -> {
                long rest = count(row.fact("rest"));
                yield Tally.ofLoaded(change + rest, rest);
            }
            case Kinds.COUNTED -> Tally.ofFound(change);
            case Kinds.SPOILED -> Tally.ofSpoiled(-(long) change);
            case Kinds.RETAINED -> Tally.ofRetained(-(long) change);
            default -> jammed(row) ? Tally.ofSpoiled(-(long) change) : Tally.ofUsed(-(long) change);
        };
    }

    private static boolean isUse(Movement row) {
        return switch (row.kind()) {
            case Kinds.LOADED, Kinds.COUNTED, Kinds.SPOILED, Kinds.RETAINED -> false;
            default -> true;
        };
    }

    private static boolean jammed(Movement row) {
        return row.fact("result").equals("jammed");
    }

    /** A print that ended with no answer used a sheet or not; the count stays until a person has looked. */
    private static boolean isDoubtful(Movement row) {
        boolean print = row.kind().equals(Kinds.ISSUE) || row.kind().equals(Kinds.SLIP);
        return print && row.fact("result").matches("unknown|cut off.*");
    }

    private static long count(String fact) {
        return fact.matches("\\d{1,9}") ? Long.parseLong(fact) : 0;
    }

    private void number(Movement row) {
        Range.of(row.fact("first"), row.fact("last")).ifPresent(range -> {
            switch (row.kind()) {
                case Kinds.LOADED -> sheets.loaded(range);
                case Kinds.SPOILED -> all(range, Fate.SPOILED, row);
                case Kinds.COUNTED -> all(range, Fate.MISSING, row);
                default -> {} // no other row speaks of a range
            }
        });
        row.sheet().filter(number -> number.matches("\\d{1,12}")).ifPresent(number -> one(number, row));
    }

    private void all(Range range, Fate fate, Movement row) {
        for (long number = range.first(); number <= range.last(); number++) {
            sheets.put(new Numbered(range.written(number), fate, row.at(), row.fact("badge")));
        }
    }

    private void one(String number, Movement row) {
        Fate fate =
                switch (row.fact("result")) {
                    case "out" -> Fate.USED;
                    case "jammed" -> Fate.SPOILED;
                    default -> Fate.TAKEN;
                };
        if (row.fact("result").equals("refused")) {
            sheets.back(number);
        } else {
            sheets.put(new Numbered(number, fate, row.at(), row.visit().value()));
        }
    }

    private void book(Supply supply, Tally tally) {
        shift.computeIfPresent(
                supply,
                (same, balance) ->
                        new Balance(same, balance.opening(), balance.tally().plus(tally)));
    }

    private Usage usage(Supply supply) {
        return usage.computeIfAbsent(supply, _ -> new Usage());
    }

    /** The supply since the last hand-over. */
    public Balance shift(Supply supply) {
        return shift.getOrDefault(supply, new Balance(supply, 0, Tally.NONE));
    }

    public Instant shiftBegan() {
        return shiftBegan;
    }

    public long left(Supply supply) {
        return shift(supply).left();
    }

    /** How long it will do if it is used as in the last week; empty where that cannot be said, or for more than a week. */
    public Optional<Duration> lasts(Supply supply, Instant now) {
        return usage(supply).lasts(left(supply), now);
    }

    /** The number of the next sheet of security paper; empty where plain paper is in. */
    public Optional<String> nextSheet() {
        return sheets.next();
    }

    /** How many sheets with numbers are left. */
    public long numberedLeft() {
        return sheets.left();
    }

    /** A pack that was loaded at any time and shares a number with this one. */
    public Optional<Range> overlapping(Range range) {
        return sheets.overlapping(range);
    }

    /** Whether the number was loaded and nothing became of it. */
    public boolean freeSheet(String number) {
        return sheets.free(number);
    }

    /** The free numbers that would be given out before this one. */
    public List<String> sheetsBefore(String number) {
        return sheets.before(number);
    }

    /** Every numbered sheet that something became of in this shift, by number. */
    public List<Numbered> sheets() {
        return sheets.all().stream()
                .filter(sheet -> !sheet.at().isBefore(shiftBegan))
                .toList();
    }

    public List<Range> packs() {
        return sheets.ranges();
    }
}
