package io.zizhu.central.rollout;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import java.time.Duration;

/**
 * The section {@code privacy}: how long personal fields stay readable in a terminal's journal.
 *
 * @param keepHours counted from the centre's acknowledgement; 0 to 90 days
 */
public record Privacy(long keepHours) {
    public static final String NAME = "privacy";
    public static final String SCHEMA = "zizhu.privacy/1";

    /** What a terminal does that was told nothing. */
    public static final Privacy USUAL = new Privacy(24);

    /** The most that terminals accept. */
    public static final long MOST_HOURS = Duration.ofDays(90).toHours();

    public static final Form<Privacy> FORM =
            new Form<>(NAME, privacy -> Json.Obj.EMPTY.with("keepHours", privacy.keepHours), fields -> {
                var privacy = new Privacy(fields.whole("keepHours"));
                if (privacy.keepHours < 0 || privacy.keepHours > MOST_HOURS) {
                    throw fields.wrong("keepHours", "is " + privacy.keepHours + ", allowed are 0 to " + MOST_HOURS);
                }
                return privacy;
            });
}
