package io.zizhu.terminal.pay;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.profile.Setting;
import java.time.Duration;
import java.util.List;

/**
 * How fast the office is asked.
 *
 * @param poll between two questions whether it is paid
 * @param ask for one answer
 * @param away how long the office may be away during a payment before its end is called unknown
 * @param probe how often an idle pad asks whether the office is there; in between the line's own word counts
 */
record Pace(Duration poll, Duration ask, Duration away, Duration probe) {
    /** Asked within the keeper's grace, when the patience is over already. */
    private static final Duration LAST_WORD = Duration.ofMillis(1500);

    static List<Setting> settings() {
        return List.of(
                Setting.number("poll-ms", 3000, 20, 10_000),
                Setting.number("ask-ms", 5000, 50, 20_000),
                Setting.number("away-ms", 15_000, 50, 120_000),
                Setting.number("probe-ms", 60_000, 20, 600_000));
    }

    static Pace of(Binding binding) throws DeviceAway {
        return new Pace(
                Duration.ofMillis(binding.number("poll-ms", 3000, 20, 10_000)),
                Duration.ofMillis(binding.number("ask-ms", 5000, 50, 20_000)),
                Duration.ofMillis(binding.number("away-ms", 15_000, 50, 120_000)),
                Duration.ofMillis(binding.number("probe-ms", 60_000, 20, 600_000)));
    }

    Duration lastWord() {
        return ask.compareTo(LAST_WORD) < 0 ? ask : LAST_WORD;
    }
}
