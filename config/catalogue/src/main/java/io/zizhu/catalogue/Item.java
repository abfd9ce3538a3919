package io.zizhu.catalogue;

import java.util.List;

/**
 * One entry of the service catalogue, as its file says it.
 *
 * @param code 事项编码 at this kiosk: lower case and dashes
 * @param version counts up with every published change
 * @param feeFen what it costs; 0 where it is free
 * @param minutes what it usually takes at the kiosk
 */
public record Item(
        String code,
        int version,
        Words name,
        Words summary,
        long feeFen,
        int minutes,
        List<Words> bring,
        List<Step> steps) {
    public Item {
        bring = List.copyOf(bring);
        steps = List.copyOf(steps);
    }

    public boolean has(Class<? extends Step> kind) {
        return steps.stream().anyMatch(kind::isInstance);
    }
}
