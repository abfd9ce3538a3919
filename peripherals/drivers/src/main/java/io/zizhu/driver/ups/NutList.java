package io.zizhu.driver.ups;

import java.util.Map;

/** What upsd answers when asked for all it knows of a UPS. */
sealed interface NutList {
    /** Every variable of the UPS, by name. */
    record Variables(Map<String, String> values) implements NutList {
        public Variables {
            values = Map.copyOf(values);
        }
    }

    /** @param code such as {@code DATA-STALE} or {@code UNKNOWN-UPS} */
    record Refused(String code) implements NutList {}
}
