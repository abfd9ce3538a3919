package io.zizhu.device.pay;

/**
 * @param minor in the currency's smallest unit (fen), more than zero
 * @param currency ISO 4217 letters
 */
public record Amount(long minor, String currency) {
    public Amount {
        if (minor <= 0 || minor > 999_999_999_999L) {
            throw new IllegalArgumentException(minor + " is no amount a pad can charge");
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("\"" + currency + "\" is no ISO 4217 code");
        }
    }

    public static Amount fen(long minor) {
        return new Amount(minor, "CNY");
    }
}
