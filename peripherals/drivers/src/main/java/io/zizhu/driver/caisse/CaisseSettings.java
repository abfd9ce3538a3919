package io.zizhu.driver.caisse;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.profile.Setting;
import java.util.Currency;
import java.util.List;

/**
 * @param place where the pad is, as faults call it
 * @param protocolId twelve digits that every message carries (CJ)
 * @param till two digits, the cash desk (CA)
 * @param currency ISO 4217 letters
 * @param number ISO 4217 number of the same, three digits (CE)
 */
record CaisseSettings(String place, String protocolId, String till, String currency, String number) {
    static final List<Setting> KNOWN = List.of(
            Setting.text("host"),
            Setting.number("port", 1, 65_535),
            Setting.like("protocol-id", "\\d{12}", "twelve digits").or("012345678901"),
            Setting.like("till", "\\d{2}", "two digits").or("01"),
            Setting.like("currency", "[A-Z]{3}", "ISO 4217 letters").or("CNY"));

    static CaisseSettings of(Binding binding) throws DeviceAway {
        String place = binding.setting("host") + ":" + binding.setting("port");
        binding.number("port", 8_888, 1, 65_535);
        String currency = binding.find("currency").orElse("CNY");
        return new CaisseSettings(
                place,
                like(binding, "protocol-id", "012345678901", "\\d{12}", "twelve digits"),
                like(binding, "till", "01", "\\d{2}", "two digits"),
                currency,
                number(binding, currency));
    }

    private static String like(Binding binding, String key, String otherwise, String pattern, String said)
            throws DeviceAway {
        String value = binding.find(key).orElse(otherwise);
        if (!value.matches(pattern)) {
            throw wrong(binding, key, "\"" + value + "\" is not " + said);
        }
        return value;
    }

    private static String number(Binding binding, String letters) throws DeviceAway {
        try {
            return "%03d".formatted(Currency.getInstance(letters).getNumericCode());
        } catch (IllegalArgumentException unknown) {
            throw wrong(binding, "currency", "\"" + letters + "\" is no ISO 4217 code");
        }
    }

    private static DeviceAway wrong(Binding binding, String key, String why) {
        return new DeviceAway(Fault.Kind.MISCONFIGURED, "devices/" + binding.id() + "/" + key + ": " + why);
    }
}
