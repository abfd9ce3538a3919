package io.zizhu.driver.zvt;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.profile.Setting;
import java.util.Currency;
import java.util.List;

/**
 * What both drivers need to know.
 *
 * @param place where the pad is, as faults call it
 * @param password six digits of the till at the pad
 * @param currency ISO 4217 letters
 * @param number ISO 4217 number of the same
 */
record ZvtSettings(String place, long password, String currency, int number) {
    static final List<Setting> KNOWN = List.of(
            Setting.like("password", "\\d{6}", "six digits").or("000000"),
            Setting.like("currency", "[A-Z]{3}", "ISO 4217 letters").or("CNY"));

    static ZvtSettings of(Binding binding, String place) throws DeviceAway {
        String password = binding.find("password").orElse("000000");
        if (!password.matches("\\d{6}")) {
            throw wrong(binding, "password", "six digits are needed"); // never the value
        }
        String currency = binding.find("currency").orElse("CNY");
        return new ZvtSettings(place, Long.parseLong(password), currency, number(binding, currency));
    }

    private static int number(Binding binding, String letters) throws DeviceAway {
        try {
            return Currency.getInstance(letters).getNumericCode();
        } catch (IllegalArgumentException unknown) {
            throw wrong(binding, "currency", "\"" + letters + "\" is no ISO 4217 code");
        }
    }

    private static DeviceAway wrong(Binding binding, String key, String why) {
        return new DeviceAway(Fault.Kind.MISCONFIGURED, "devices/" + binding.id() + "/" + key + ": " + why);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return place + " " + currency;
    }
}
