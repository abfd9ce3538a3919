package io.zizhu.service.stock;

import io.zizhu.service.day.DayClose;
import io.zizhu.service.port.Journal;
import io.zizhu.service.port.Kinds;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one shift leaves to the next.
 *
 * @param badge of who hands over
 * @param sheets every numbered sheet that something became of, by number
 * @param events what staff did and what devices suffered, oldest first
 */
public record HandOver(
        String badge, Instant began, Instant ended, List<Balance> balances, List<Numbered> sheets, List<Event> events) {
    private static final Set<String> STAFF = Set.of(
            Kinds.LOADED, Kinds.COUNTED, Kinds.SPOILED, Kinds.RETAINED, "maintenance", "device-reset", "restart");

    public HandOver {
        balances = List.copyOf(balances);
        sheets = List.copyOf(sheets);
        events = List.copyOf(events);
    }

    /**
     * Something that the next shift should know.
     *
     * @param kind of its row
     * @param facts of its row, none of them personal
     */
    public record Event(Instant at, String kind, Map<String, String> facts) {
        public Event {
            facts = Map.copyOf(facts);
        }

        public String fact(String name) {
            return facts.getOrDefault(name, "");
        }
    }

    /** @param rows of the shift, oldest first */
    public static HandOver of(
            String badge, Instant now, List<Balance> balances, List<Numbered> sheets, List<Journal.Kept> rows) {
        Instant began = rows.isEmpty() ? now : rows.getFirst().at();
        List<Event> events = rows.stream()
                .filter(HandOver::tells)
                .map(row -> new Event(row.at(), row.kind(), row.open()))
                .toList();
        return new HandOver(badge, began, now, balances, sheets, events);
    }

    private static boolean tells(Journal.Kept row) {
        return STAFF.contains(row.kind())
                || row.kind().equals(Kinds.DOUBT)
                || (row.kind().equals(DayClose.KIND) && row.of().isPresent())
                || (row.kind().equals("device")
                        && !row.open().getOrDefault("fault", "").isEmpty());
    }

    /** What moved or is there, supply by supply. */
    public static List<Balance> balances(Book book) {
        return Arrays.stream(Supply.values())
                .map(book::shift)
                .filter(balance -> balance.left() != 0 || !balance.tally().equals(Tally.NONE))
                .toList();
    }
}
