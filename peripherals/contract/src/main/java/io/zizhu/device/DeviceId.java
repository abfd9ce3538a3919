package io.zizhu.device;

/** The role a device plays on this terminal, such as {@code id-reader}; lower case, digits and dashes. */
public record DeviceId(String value) {
    public DeviceId {
        if (!value.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("a device id is lower case, digits and dashes, not \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
