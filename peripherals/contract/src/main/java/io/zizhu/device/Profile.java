package io.zizhu.device;

import java.util.List;
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

    /** The first setting of a binding that cannot be, with device, key and value; empty where all can. */
    public Optional<String> objection(Binding binding) {
        for (Setting setting : settings) {
            Optional<String> value = binding.find(setting.key());
            if (value.isEmpty() && setting.required()) {
                return Optional.of(place(binding, setting.key()) + "missing, " + binding.driver() + " needs it");
            }
            Optional<String> wrong = value.flatMap(setting::objection);
            if (wrong.isPresent()) {
                return Optional.of(place(binding, setting.key()) + wrong.get());
            }
        }
        List<String> known = settings.stream().map(Setting::key).sorted().toList();
        return new TreeMap<>(binding.settings())
                .keySet().stream()
                        .filter(key -> !known.contains(key))
                        .findFirst()
                        .map(key ->
                                place(binding, key) + "no setting of " + binding.driver() + ", which knows " + known);
    }

    private static String place(Binding binding, String key) {
        return "devices/" + binding.id() + "/" + key + ": ";
    }
}
