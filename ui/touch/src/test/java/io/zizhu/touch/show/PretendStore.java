package io.zizhu.touch.show;

import io.zizhu.service.stock.Stock;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.upkeep.Badge;
import io.zizhu.service.upkeep.Store;
import io.zizhu.service.upkeep.Upkeep.Done;
import io.zizhu.service.upkeep.Upkeep.Why;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A storeroom with 182 sheets and little roll, or with security paper.
 *
 * @param done what was asked of it
 * @param beside whether a second person stands there
 */
record PretendStore(List<String> done, Function<Optional<Badge>, Done> beside) implements Store {
    @Override
    public List<Stock> stocks() {
        boolean numbered = done.stream().anyMatch(act -> act.startsWith("numbered"));
        return List.of(
                new Stock(
                        Supply.A4,
                        numbered ? 100 : 182,
                        Optional.of(Duration.ofHours(31)),
                        numbered ? Optional.of("000101") : Optional.empty()),
                new Stock(Supply.ROLL, 6_300, Optional.of(Duration.ofHours(6)), Optional.empty()));
    }

    private Done did(String what, Optional<Badge> second) {
        Done stood = beside.apply(second);
        if (stood instanceof Done.Well) {
            done.add(what);
        }
        return stood;
    }

    @Override
    public Done load(Supply supply, int count) {
        done.add("loaded " + supply.word() + " " + count);
        return new Done.Well();
    }

    @Override
    public Done loadNumbered(String first, String last, Optional<Badge> second) {
        return did("numbered " + first + " " + last, second);
    }

    @Override
    public Done count(Supply supply, int found, String reason, Optional<Badge> second) {
        return reason.isEmpty()
                ? new Done.Refused(Why.REASON_NEEDED, "-2")
                : did("counted " + supply.word() + " " + found + " " + reason, second);
    }

    @Override
    public Done countNumbered(String top, String reason, Optional<Badge> second) {
        return did("top " + top + " " + reason, second);
    }

    @Override
    public Done spoil(Supply supply, int count, String reason, Optional<Badge> second) {
        done.add("spoiled " + supply.word() + " " + count + " " + reason);
        return new Done.Well();
    }
}
