package io.zizhu.service.port;

import java.util.HashMap;
import java.util.Map;

/**
 * What a journal row says.
 *
 * @param kind such as {@code charge}, {@code issue}, {@code slip}, {@code decide}, {@code visit}
 * @param open facts without personal data, readable by anyone who reads the journal
 * @param personal encrypted with the visit's own key before it touches the disk
 * @param supplies what the row changes in the supplies, such as {@code a4: -1}; same commit
 */
public record Entry(
        String kind, Map<String, String> open, Map<String, String> personal, Map<String, Integer> supplies) {
    public Entry {
        open = Map.copyOf(open);
        personal = Map.copyOf(personal);
        supplies = Map.copyOf(supplies);
    }

    public static Entry of(String kind, Map<String, String> open) {
        return new Entry(kind, open, Map.of(), Map.of());
    }

    public Entry with(Map<String, String> personal) {
        return new Entry(kind, open, personal, supplies);
    }

    /** The same with these open facts besides. */
    public Entry and(Map<String, String> more) {
        var facts = new HashMap<>(open);
        facts.putAll(more);
        return new Entry(kind, facts, personal, supplies);
    }

    /** The same where one of what it uses is so much of the supply: a slip is so many millimetres of its roll. */
    public Entry times(int each) {
        var changes = new HashMap<>(supplies);
        changes.replaceAll((supply, change) -> change * each);
        return new Entry(kind, open, personal, changes);
    }

    public Entry using(String supply, int change) {
        return new Entry(kind, open, personal, Map.of(supply, change));
    }

    @Override
    public String toString() {
        return kind + open;
    }
}
