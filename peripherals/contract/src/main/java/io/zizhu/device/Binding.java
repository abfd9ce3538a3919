package io.zizhu.device;

import io.zizhu.device.profile.Profile;
import java.util.Map;
import java.util.Optional;

/**
 * Which driver plays which role here, with its settings; one entry of the signed devices section.
 *
 * @param driver the id of a {@link Driver}, such as {@code sam-serial}
 * @param settings the driver's own keys, such as {@code port} and {@code baud}
 */
public record Binding(DeviceId id, String driver, Map<String, String> settings) {
    public Binding {
        settings = Map.copyOf(settings);
    }

    /** Why a driver of this profile cannot take this binding, with device, key and value; empty where it can. */
    public Optional<String> objection(Profile profile) {
        return profile.objection(id.value(), driver, settings);
    }

    /** @throws DeviceAway of kind {@code MISCONFIGURED}, naming device and key, where it is missing */
    public String setting(String key) throws DeviceAway {
        return find(key)
                .orElseThrow(() -> new DeviceAway(
                        Fault.Kind.MISCONFIGURED, "devices/" + id + "/" + key + ": missing, " + driver + " needs it"));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** @throws DeviceAway of kind {@code MISCONFIGURED}, naming device, key and value, where it is no whole number in range */
    public int number(String key, int otherwise, int least, int most) throws DeviceAway {
        Optional<String> text = find(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("-?\\d{1,9}")) {
            throw outOfRange(key, text.get(), least, most);
        }
        int number = Integer.parseInt(text.get());
        if (number < least || number > most) {
            throw outOfRange(key, text.get(), least, most);
        }
        return number;
    }

    private DeviceAway outOfRange(String key, String value, int least, int most) {
        return new DeviceAway(
                Fault.Kind.MISCONFIGURED,
                "devices/" + id + "/" + key + ": \"" + value + "\" is no whole number from " + least + " to " + most);
    }
}
