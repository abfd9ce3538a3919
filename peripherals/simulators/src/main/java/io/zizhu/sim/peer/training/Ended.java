package io.zizhu.sim.peer.training;

import java.util.Map;

/**
 * How an errand ended.
 *
 * @param outcome a word of the device class, such as {@code captured} or {@code nothing}
 * @param more the fields that go with it
 */
public record Ended(String outcome, Map<String, String> more) {
    public Ended {
        more = Map.copyOf(more);
    }

    public static Ended as(String outcome) {
        return new Ended(outcome, Map.of());
    }
}
