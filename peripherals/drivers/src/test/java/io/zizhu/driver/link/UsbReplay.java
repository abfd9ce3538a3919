package io.zizhu.driver.link;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Patience;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Speaks over a real {@link UsbLink} with whatever {@code umockdev-run} plays to this process, and prints a line for each
 * word. Arguments: settings as {@code key=value} or {@code printer}, then {@code send:HEX}, {@code receive:MILLIS},
 * {@code drain}, {@code status}.
 */
final class UsbReplay {
    private UsbReplay() {}

    @SuppressWarnings("SystemOut") // a main: what it prints is read by the test
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        try (Link link = open(words)) {
            System.out.println("open");
            words.stream().filter(settings().negate()).forEach(word -> System.out.println(say(link, word)));
        } catch (DeviceAway away) {
            System.out.println(away.fault());
        }
        System.out.println("closed");
    }

    private static Predicate<String> settings() {
        return word -> word.contains("=") || word.equals("printer");
    }

    private static Link open(List<String> words) throws DeviceAway {
        Map<String, String> settings = new HashMap<>();
        for (String word : words) {
            if (word.contains("=")) {
                settings.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            }
        }
        Binding binding = new Binding(new DeviceId("replayed"), "replay", settings);
        return words.contains("printer")
                ? UsbLink.printer(binding)
                : UsbLink.open(binding, new UsbLink.Usual("0400:c35a", "02:7,06", "81:7,85"));
    }

    private static String say(Link link, String word) {
        String[] parts = word.split(":", 2);
        try {
            switch (parts[0]) {
                case "send" -> link.send(HexFormat.of().parseHex(parts[1]));
                case "drain" -> link.drain();
                case "status" -> {
                    return ((UsbLink) link).portStatus().words();
                }
                default -> {
                    long start = System.nanoTime();
                    byte[] came = link.receive(Patience.ofMillis(Integer.parseInt(parts[1])));
                    return came.length > 0
                            ? HexFormat.of().formatHex(came)
                            : "nothing for " + (System.nanoTime() - start) / 100_000_000L + "00 ms";
                }
            }
            return parts[0];
        } catch (DeviceAway away) {
            return away.fault().toString();
        }
    }
}
