package io.zizhu.device.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a driver is, asked without opening anything: by the door that checks a devices section, by the console, and by
 * the page {@code docs/devices.md}, which is written from it.
 *
 * @param wire what it speaks, for a technician: protocol and line
 * @param settings every key it knows
 * @param abilities all it may have; the live device tells which it has
 * @param tested how it was tried, honestly: against what far end, and what never was
 */
public record Profile(String wire, List<Setting> settings, Set<Ability> abilities, String tested) {
    public Profile {
        settings = List.copyOf(settings);
        abilities = Set.copyOf(abilities);
    }

    /**
     * The first setting that cannot be, with device, key and value; empty where all can.
     *
     * @param device the binding's id
     * @param driver the driver it names
     */
    public Optional<String> objection(String device, String driver, Map<String, String> bound) {
        for (Setting setting : settings) {
            Optional<String> value = Optional.ofNullable(bound.get(setting.key()));
            if (value.isEmpty() && setting.required()) {
                return Optional.of(place(device, setting.key()) + "missing, " + driver + " needs it");
            }
            Optional<String> wrong = value.flatMap(setting::objection);
            if (wrong.isPresent()) {
                return Optional.of(place(device, setting.key()) + wrong.get());
            }
        }
        List<String> known = settings.stream().map(Setting::key).sorted().toList();
        return new TreeMap<>(bound)
                .keySet().stream()
                        .filter(key -> !known.contains(key))
                        .findFirst()
                        .map(key -> place(device, key) + "no setting of " + driver + ", which knows " + known);
    }

    private static String place(String device, String key) {
        return "devices/" + device + "/" + key + ": ";
    }
}
