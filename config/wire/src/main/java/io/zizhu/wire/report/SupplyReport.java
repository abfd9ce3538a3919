package io.zizhu.wire.report;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;

/**
 * What is left of a supply by the journal's count.
 *
 * @param name such as {@code a4}, or {@code roll} for slips
 * @param left in sheets, or millimetres of the roll
 */
public record SupplyReport(String name, long left) {
    public static final Form<SupplyReport> FORM = new Form<>(
            "supply",
            supply -> Json.Obj.EMPTY.with("name", supply.name()).with("left", supply.left()),
            fields -> new SupplyReport(fields.text("name", 40), fields.count("left")));
}
