package io.zizhu.sim.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the bench is started.
 *
 * @param people the training register's folder
 * @param data where PTY links, printed paper and {@code devices.json} go
 * @param port of the page and its API on the loopback; 0 for any free one
 * @param fonts the receipt printer's fonts; empty: where Debian puts them
 * @param models written into the face camera's settings for the driver; empty: left out
 * @param thresholds written into the face camera's settings for the driver; empty: left out
 * @param cuts whether the bench may kill a terminal that asks for it, see {@link BenchDesk}
 */
public record BenchOptions(
        Path people,
        Path data,
        int port,
        Optional<Path> fonts,
        Optional<Path> models,
        Optional<Path> thresholds,
        boolean cuts) {
    private static final Set<String> KNOWN =
            Set.of("--people", "--data", "--port", "--fonts", "--models", "--thresholds", "--cuts");
    static final String USAGE =
            "Bench --people DIR --data DIR --port N [--fonts DIR] [--models DIR] [--thresholds FILE] [--cuts armed]";

    /** @throws IllegalArgumentException naming the argument, where one is unknown, missing or no value */
    static BenchOptions parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            if (!KNOWN.contains(arguments[at]) || at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + ": unknown or without a value; " + USAGE);
            }
            given.put(arguments[at], arguments[at + 1]);
        }
        Path people = path(given, "--people").orElseThrow(() -> missing("--people"));
        String port = given.getOrDefault("--port", "0");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
            throw new IllegalArgumentException("--port: \"" + port + "\" is no port");
        }
        return new BenchOptions(
                people,
                path(given, "--data").orElseThrow(() -> missing("--data")),
                Integer.parseInt(port),
                path(given, "--fonts"),
                path(given, "--models").or(() -> packaged(people)),
                path(given, "--thresholds").or(() -> beside(people, "thresholds.json")),
                given.getOrDefault("--cuts", "").equals("armed"));
    }

    private static Optional<Path> path(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name))
                .map(text -> Path.of(text).toAbsolutePath().normalize());
    }

    /** {@code packaging/models} where the register is {@code packaging/training/people}. */
    private static Optional<Path> packaged(Path people) {
        return Optional.of(people.resolve("../../models").normalize()).filter(Files::isDirectory);
    }

    private static Optional<Path> beside(Path people, String name) {
        return Optional.of(people.resolveSibling(name)).filter(Files::isRegularFile);
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(name + " is missing; " + USAGE);
    }
}
