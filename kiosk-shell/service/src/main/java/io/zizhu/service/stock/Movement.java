package io.zizhu.service.stock;

import io.zizhu.service.port.Journal;
import io.zizhu.service.port.VisitId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A journal row as the stock sees it.
 *
 * @param changes what it changed in the supplies, by their words
 */
public record Movement(
        Instant at, String kind, VisitId visit, Map<String, String> facts, Map<String, Integer> changes) {
    public Movement {
        facts = Map.copyOf(facts);
        changes = Map.copyOf(changes);
    }

    public static Movement of(Journal.Kept row) {
        return new Movement(row.at(), row.kind(), row.visit(), row.open(), row.supplies());
    }

    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The number of the sheet that the row is about, where it bears one. */
    Optional<String> sheet() {
        return Optional.ofNullable(facts.get("sheet"));
    }
}
