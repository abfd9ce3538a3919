package io.zizhu.central;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line, parsed once: {@code --data DIR --console-port N --mqtt-port N --line-port N --people DIR --seed
 * DIR [--console-tls]}. Port 0 is any free port.
 */
record Settings(Path data, int consolePort, int mqttPort, int linePort, Path people, Path seed, boolean consoleTls) {
    private static final List<String> VALUED =
            List.of("--data", "--console-port", "--mqtt-port", "--line-port", "--people", "--seed");

    static Settings parse(String[] args) {
        Map<String, String> values = new HashMap<>();
        boolean tls = false;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--console-tls")) {
                tls = true;
            } else if (VALUED.contains(args[i]) && i + 1 < args.length) {
                values.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException(
                        "do not understand " + args[i] + "; known: " + VALUED + " with a value, and --console-tls");
            }
        }
        return new Settings(
                Path.of(needed(values, "--data")),
                port(values, "--console-port"),
                port(values, "--mqtt-port"),
                port(values, "--line-port"),
                Path.of(needed(values, "--people")),
                Path.of(needed(values, "--seed")),
                tls);
    }

    private static int port(Map<String, String> values, String name) {
        try {
            int port = Integer.parseInt(values.getOrDefault(name, "0"));
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " is not a number", notANumber);
        }
        throw new IllegalArgumentException(name + " is not a port");
    }

    private static String needed(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
