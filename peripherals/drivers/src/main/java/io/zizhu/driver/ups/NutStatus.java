package io.zizhu.driver.ups;

import io.zizhu.device.Fault;
import io.zizhu.device.power.Power;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the variables of a UPS mean ({@code ups.status}, {@code battery.charge} in percent, {@code battery.runtime} in
 * seconds; NUT developer guide, "Status data"). Pure.
 */
final class NutStatus {
    private NutStatus() {}

    static Power of(Map<String, String> variables) {
        List<String> words =
                List.of(variables.getOrDefault("ups.status", "").strip().split("\\s+"));
        Power.Reserve reserve = new Power.Reserve(
                whole(variables, "battery.charge", 100).stream()
                        .mapToInt(i -> i)
                        .findFirst(),
                whole(variables, "battery.runtime", Integer.MAX_VALUE).map(Duration::ofSeconds));
        boolean battery = words.contains("OB");
        if (words.contains("FSD") || (battery && words.contains("LB"))) {
            return new Power.Low(reserve, words);
        }
        if (battery) {
            return new Power.OnBattery(reserve, words);
        }
        return words.contains("OL")
                ? new Power.OnLine(reserve, words)
                : new Power.Unknown(new Fault(Fault.Kind.SILENT, "ups.status tells neither OL nor OB: " + words));
    }

    /** What technicians should hear although the power is well: the battery is worn, the load too much, or unprotected. */
    static Optional<Fault> complaint(List<String> words) {
        if (words.contains("RB")) {
            return Optional.of(new Fault(Fault.Kind.BROKEN, "the UPS asks for a new battery (RB)"));
        }
        if (words.contains("OVER")) {
            return Optional.of(new Fault(Fault.Kind.BROKEN, "the UPS carries too much (OVER)"));
        }
        if (words.contains("BYPASS") || words.contains("OFF")) {
            return Optional.of(
                    new Fault(Fault.Kind.BROKEN, "the UPS protects nothing now (" + String.join(" ", words) + ")"));
        }
        return Optional.empty();
    }

    /** Some drivers write whole numbers with a fraction: {@code 100.0}; what is below zero or no number is not told. */
    private static Optional<Integer> whole(Map<String, String> variables, String name, int most) {
        String text = variables.getOrDefault(name, "");
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return Optional.empty();
        }
        return Optional.of(Math.min(most, (int) Double.parseDouble(text)));
    }
}
