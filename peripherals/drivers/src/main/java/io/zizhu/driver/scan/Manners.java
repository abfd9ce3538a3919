package io.zizhu.driver.scan;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How to speak with one model of scanner; every command is the model's own, out of its manual, as hexadecimal bytes.
 *
 * @param gap how long the rest of a half code may take
 * @param ask asks whether it is there, empty where the model knows no such question: then only the line shows that it is
 * @param answer what it says to that
 * @param begin switches its light on, empty for one that always looks
 * @param end switches it off
 */
record Manners(Charset charset, Duration gap, byte[] ask, byte[] answer, byte[] begin, byte[] end) {
    private static final byte[] NONE = {};

    /** Reads the settings {@code charset gap-ms ask answer begin end}. */
    static Manners of(Binding binding) throws DeviceAway {
        byte[] ask = bytes(binding, "ask");
        if (ask.length > 0) {
            binding.setting("answer");
        }
        return new Manners(
                charset(binding),
                gap(binding),
                ask,
                bytes(binding, "answer"),
                bytes(binding, "begin"),
                bytes(binding, "end"));
    }

    /** For devices that only speak; reads the settings {@code charset gap-ms}. */
    static Manners silent(Binding binding) throws DeviceAway {
        return new Manners(charset(binding), gap(binding), NONE, NONE, NONE, NONE);
    }

    private static Duration gap(Binding binding) throws DeviceAway {
        return Duration.ofMillis(binding.number("gap-ms", 300, 20, 5000));
    }

    private static Charset charset(Binding binding) throws DeviceAway {
        String name = binding.find("charset").orElse("UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new DeviceAway(
                    new Fault(
                            Fault.Kind.MISCONFIGURED,
                            "devices/" + binding.id() + "/charset: \"" + name + "\" is none that this machine knows"),
                    unknown);
        }
    }

    private static byte[] bytes(Binding binding, String key) throws DeviceAway {
        String text = binding.find(key).orElse("");
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException noHex) {
            throw new DeviceAway(
                    new Fault(
                            Fault.Kind.MISCONFIGURED,
                            "devices/" + binding.id() + "/" + key + ": \"" + text + "\" is not hexadecimal"),
                    noHex);
        }
    }
}
