package io.zizhu.service.upkeep;

import io.zizhu.service.port.Entry;
import io.zizhu.service.port.Kinds;
import io.zizhu.service.port.VisitId;
import io.zizhu.service.stock.Book;
import io.zizhu.service.stock.Range;
import io.zizhu.service.stock.Stock;
import io.zizhu.service.stock.Stocktaker;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.upkeep.Upkeep.Done;
import io.zizhu.service.upkeep.Upkeep.Why;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads, counts and writes off what runs out. Whatever concerns numbered security paper, or writes off a difference, needs
 * two persons. Any thread.
 */
final class Storeroom {
    private static final int MOST = 10_000;
    private static final int MOST_MILLIMETRES = 200_000;

    private final Stocktaker stock;
    private final Witness witness;
    private final InstantSource clock;

    Storeroom(Stocktaker stock, Witness witness, InstantSource clock) {
        this.stock = stock;
        this.witness = witness;
        this.clock = clock;
    }

    /** The storeroom as this person sees it. */
    Store of(Person person, List<Supply> bound) {
        return new Store() {
            @Override
            public List<Stock> stocks() {
                return bound.stream().map(supply -> seen(supply)).toList();
            }

            @Override
            public Done load(Supply supply, int count) {
                return Storeroom.this.load(person, supply, count);
            }

            @Override
            public Done loadNumbered(String first, String last, Optional<Badge> second) {
                return Storeroom.this.loadNumbered(person, first, last, second);
            }

            @Override
            public Done count(Supply supply, int found, String reason, Optional<Badge> second) {
                return Storeroom.this.count(person, supply, found, reason, second);
            }

            @Override
            public Done countNumbered(String top, String reason, Optional<Badge> second) {
                return Storeroom.this.countNumbered(person, top, reason, second);
            }

            @Override
            public Done spoil(Supply supply, int count, String reason, Optional<Badge> second) {
                return Storeroom.this.spoil(person, supply, count, reason, second);
            }
        };
    }

    private Stock seen(Supply supply) {
        return stock.ask(book -> Stock.of(book, supply, clock.instant()));
    }

    /** A pack, added to what is in; a roll takes the old one's place, whose rest is written off. */
    private Done load(Person person, Supply supply, int count) {
        if (count < 1 || count > most(supply)) {
            return refused(Why.NO_NUMBER, "");
        }
        if (supply == Supply.A4 && stock.nextSheet().isPresent()) {
            return refused(Why.NUMBERED_IN, stock.nextSheet().orElse(""));
        }
        int rest = supply == Supply.ROLL ? stock.left(supply.word()) : 0;
        Map<String, String> facts =
                Map.of("supply", supply.word(), "badge", person.badge(), "count", Integer.toString(count));
        return wrote(
                Kinds.LOADED,
                with(facts, rest == 0 ? Map.of() : Map.of("rest", Integer.toString(rest))),
                supply,
                count - rest);
    }

    /** A pack of security paper, by its first and last number. */
    private Done loadNumbered(Person person, String first, String last, Optional<Badge> second) {
        Optional<Range> range = Range.of(first, last);
        if (range.isEmpty()) {
            return refused(Why.NO_RANGE, "");
        }
        Optional<Range> known = stock.ask(book -> book.overlapping(range.get()));
        if (known.isPresent()) {
            return refused(Why.NUMBER_USED, known.get().toString());
        }
        if (stock.ask(Storeroom::plainIn)) {
            return refused(Why.PLAIN_IN, "");
        }
        return both(person, second, facts -> {
            Map<String, String> what = Map.of("supply", Supply.A4.word(), "first", first, "last", last);
            return wrote(Kinds.LOADED, with(what, facts), Supply.A4, (int)
                    range.get().sheets());
        });
    }

    /** Plain sheets in the tray would be printed on under a number. */
    private static boolean plainIn(Book book) {
        return book.left(Supply.A4) > book.numberedLeft();
    }

    /**
     * What is in was counted. Where that is not what the book says it needs a reason and a second person; then the book
     * follows the count.
     */
    private Done count(Person person, Supply supply, int found, String reason, Optional<Badge> second) {
        if (found < 0 || found > most(supply)) {
            return refused(Why.NO_NUMBER, "");
        }
        if (supply == Supply.A4 && stock.nextSheet().isPresent()) {
            return refused(Why.COUNT_BY_NUMBER, stock.nextSheet().orElse(""));
        }
        int book = stock.left(supply.word());
        Map<String, String> facts = Map.of(
                "supply", supply.word(),
                "found", Integer.toString(found),
                "book", Integer.toString(book));
        if (found == book) {
            return wrote(Kinds.COUNTED, with(facts, Map.of("badge", person.badge())), supply, 0);
        }
        if (reason.isBlank()) {
            return refused(Why.REASON_NEEDED, difference(found, book));
        }
        return both(
                person,
                second,
                persons -> wrote(
                        Kinds.COUNTED,
                        with(with(facts, Map.of("reason", reason.strip())), persons),
                        supply,
                        found - book));
    }

    /** The number on top of the stack was read: those before it are missing, each by its number. */
    private Done countNumbered(Person person, String top, String reason, Optional<Badge> second) {
        if (!top.matches("[0-9]{1,12}") || !stock.ask(book -> book.freeSheet(top))) {
            return refused(Why.NUMBER_USED, top);
        }
        List<String> passed = stock.ask(book -> book.sheetsBefore(top));
        Map<String, String> facts = Map.of("supply", Supply.A4.word(), "top", top);
        if (passed.isEmpty()) {
            return wrote(Kinds.COUNTED, with(facts, Map.of("badge", person.badge())), Supply.A4, 0);
        }
        if (reason.isBlank()) {
            return refused(Why.REASON_NEEDED, passed.getFirst() + "–" + passed.getLast());
        }
        return both(person, second, persons -> {
            for (List<String> run : runs(passed)) {
                Map<String, String> missing =
                        Map.of("first", run.getFirst(), "last", run.getLast(), "reason", reason.strip());
                wrote(Kinds.COUNTED, with(with(facts, missing), persons), Supply.A4, -run.size());
            }
            return new Done.Well();
        });
    }

    /** One row a run without a gap. */
    private static List<List<String>> runs(List<String> numbers) {
        List<List<String>> runs = new ArrayList<>();
        for (String number : numbers) {
            boolean goesOn = !runs.isEmpty() && Long.parseLong(runs.getLast().getLast()) + 1 == Long.parseLong(number);
            if (!goesOn) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(number);
        }
        return runs;
    }

    /** Something is of no use any more: torn, wet, a test. Of security paper the next sheets. */
    private Done spoil(Person person, Supply supply, int count, String reason, Optional<Badge> second) {
        if (count < 1 || count > stock.left(supply.word())) {
            return refused(Why.NO_NUMBER, "");
        }
        if (reason.isBlank()) {
            return refused(Why.REASON_NEEDED, "");
        }
        Map<String, String> facts = Map.of("supply", supply.word(), "reason", reason.strip());
        if (supply != Supply.A4 || stock.nextSheet().isEmpty()) {
            return wrote(Kinds.SPOILED, with(facts, Map.of("badge", person.badge())), supply, -count);
        }
        if (count != 1) {
            return refused(Why.ONE_BY_ONE, "");
        }
        return both(person, second, persons -> {
            String number = stock.nextSheet().orElse("");
            return wrote(
                    Kinds.SPOILED, with(with(facts, Map.of("first", number, "last", number)), persons), supply, -1);
        });
    }

    private interface Act {
        Done with(Map<String, String> persons);
    }

    private Done both(Person person, Optional<Badge> second, Act act) {
        return switch (witness.beside(person, second)) {
            case Witness.Stood.Not(var why) -> why;
            case Witness.Stood.Both(var persons) -> act.with(persons);
        };
    }

    private Done wrote(String kind, Map<String, String> facts, Supply supply, int change) {
        Entry entry = Entry.of(kind, facts);
        stock.note(VisitId.NONE, change == 0 ? entry : entry.using(supply.word(), change));
        return new Done.Well();
    }

    private static Map<String, String> with(Map<String, String> facts, Map<String, String> more) {
        return Entry.of("", facts).and(more).open();
    }

    private static int most(Supply supply) {
        return supply == Supply.ROLL ? MOST_MILLIMETRES : MOST;
    }

    private static String difference(int found, int book) {
        return (found > book ? "+" : "") + (found - book);
    }

    private static Done refused(Why why, String detail) {
        return new Done.Refused(why, detail);
    }
}
