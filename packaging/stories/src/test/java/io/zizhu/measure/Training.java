package io.zizhu.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Bench and centre of the training profile, and how a terminal of theirs is started. */
final class Training implements AutoCloseable {
    private final Program bench;
    private final Program centre;
    private final List<String> terminal;

    Training(Path root, Path place, Stage stage) throws IOException, InterruptedException {
        Path profile = root.resolve("packaging/training");
        Path images = root.resolve("packaging/images");
        String people = profile.resolve("people").toString();
        bench = stage.java(
                images.resolve("bench/target/lib") + "/*",
                List.of(),
                List.of(
                        "io.zizhu.sim.bench.Bench",
                        "--people",
                        people,
                        "--data",
                        place.resolve("bench").toString(),
                        "--port",
                        "0"));
        centre = stage.java(images.resolve("centre/target/lib") + "/*", List.of(), centre(place, profile, people));
        bench.ready();
        String line = word("(?:^| )line=(\\S+)", centre.ready());
        Path factory = copy(profile.resolve("factory"), place.resolve("factory"));
        Files.copy(place.resolve("bench/devices.json"), factory.resolve("devices.json"));
        terminal = List.of(
                "io.zizhu.terminal.Terminal",
                "--data",
                place.resolve("terminal").toString(),
                "--citizen-port",
                "0",
                "--staff-port",
                "0",
                "--factory",
                factory.toString(),
                "--centre",
                line,
                "--join",
                word("(?m)^join=(\\S+)", centre.said()),
                "--training");
    }

    private static List<String> centre(Path place, Path profile, String people) {
        return List.of(
                "io.zizhu.central.Central",
                "--data",
                place.resolve("centre").toString(),
                "--console-port",
                "0",
                "--mqtt-port",
                "0",
                "--line-port",
                "0",
                "--people",
                people,
                "--seed",
                profile.resolve("factory").toString());
    }

    /** Main class and arguments of the one terminal; its first start joins, later ones know who they are. */
    List<String> terminal() {
        return terminal;
    }

    private static String word(String pattern, String text) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException("nothing like " + pattern + " was said");
        }
        return found.group(1);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    @Override
    public void close() throws Exception {
        centre.close();
        bench.close();
    }
}
