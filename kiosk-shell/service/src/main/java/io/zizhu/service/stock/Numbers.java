package io.zizhu.service.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The numbers of one supply: which packs were loaded, and what became of each sheet. A number is given out once; only a
 * print that was refused before it began gives it back. One thread at a time.
 */
final class Numbers {
    private final List<Range> ranges = new ArrayList<>();
    private final TreeMap<Long, Numbered> fates = new TreeMap<>();

    void loaded(Range range) {
        ranges.add(range);
    }

    /** The first number, in the order of loading, that nothing became of yet. */
    Optional<String> next() {
        return ranges.stream().flatMap(range -> free(range).stream()).findFirst();
    }

    private Optional<String> free(Range range) {
        for (long number = range.first(); number <= range.last(); number++) {
            if (!fates.containsKey(number)) {
                return Optional.of(range.written(number));
            }
        }
        return Optional.empty();
    }

    long left() {
        return ranges.stream().mapToLong(Range::sheets).sum() - fates.size();
    }

    /** The sheet's fate from now on; a fate is never bettered, but what was only taken becomes what it was. */
    void put(Numbered sheet) {
        long number = Long.parseLong(sheet.number());
        Numbered before = fates.get(number);
        if (ranges.stream().noneMatch(range -> range.holds(number))) {
            return; // never loaded here
        }
        if (before == null || before.fate() == Fate.TAKEN) {
            fates.put(number, sheet);
        }
    }

    /** The print was refused before it began: the sheet lies where it lay. */
    void back(String written) {
        fates.computeIfPresent(Long.parseLong(written), (number, sheet) -> sheet.fate() == Fate.TAKEN ? null : sheet);
    }

    Optional<Range> overlapping(Range range) {
        return ranges.stream().filter(range::overlaps).findFirst();
    }

    /** Whether the sheet was loaded and nothing became of it. */
    boolean free(String written) {
        long number = Long.parseLong(written);
        return ranges.stream().anyMatch(range -> range.holds(number)) && !fates.containsKey(number);
    }

    /** The free numbers before this one, in the order they would be given out. */
    List<String> before(String written) {
        long wanted = Long.parseLong(written);
        List<String> passed = new ArrayList<>();
        for (Range range : ranges) {
            for (long number = range.first(); number <= range.last(); number++) {
                if (number == wanted) {
                    return List.copyOf(passed);
                }
                if (!fates.containsKey(number)) {
                    passed.add(range.written(number));
                }
            }
        }
        return List.copyOf(passed);
    }

    /** Every sheet that something became of, by number. */
    List<Numbered> all() {
        return List.copyOf(fates.values());
    }

    List<Range> ranges() {
        return List.copyOf(ranges);
    }
}
