package io.zizhu.driver.zvt;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.util.Currency;

/**
 * @param password six digits of the till at the pad
 * @param currency ISO 4217 letters
 * @param number ISO 4217 number of the same
 */
record ZvtSettings(String host, int port, long password, String currency, int number) {
    static ZvtSettings of(Binding binding) throws DeviceAway {
        String password = binding.find("password").orElse("000000");
        if (!password.matches("\\d{6}")) {
            throw wrong(binding, "password", "six digits are needed"); // never the value
        }
        String currency = binding.find("currency").orElse("CNY");
        return new ZvtSettings(
                binding.setting("host"), port(binding), Long.parseLong(password), currency, number(binding, currency));
    }

    private static int port(Binding binding) throws DeviceAway {
        binding.setting("port"); // missing is another trouble than out of range
        return binding.number("port", 20_007, 1, 65_535);
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

    String place() {
        return host + ":" + port;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + " " + currency;
    }
}
