package io.zizhu.stories;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The training house as three processes of the shipped images: bench, centre, terminal; each can be killed alone. */
final class Training implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path PROFILE = ROOT.resolve("packaging/training");

    private final Path data;
    private final Process bench;
    private final Process centre;
    private Process terminal;
    private final String benchReady;
    private final String centreReady;
    private String terminalReady;

    private Training(Path data, List<String> bindings) throws IOException, InterruptedException {
        this.data = data;
        Files.createDirectories(data);
        bench = launch(
                "bench",
                "bench",
                List.of(
                        "io.zizhu.sim.bench.Bench",
                        "--people",
                        PROFILE.resolve("people").toString(),
                        "--data",
                        data.resolve("bench").toString(),
                        "--port",
                        "0"));
        benchReady = await(bench, "bench", "BENCH READY (.*)");
        centre = launch(
                "centre",
                "centre",
                List.of(
                        "io.zizhu.central.Central",
                        "--data",
                        data.resolve("centre").toString(),
                        "--console-port",
                        "0",
                        "--mqtt-port",
                        "0",
                        "--line-port",
                        "0",
                        "--people",
                        PROFILE.resolve("people").toString(),
                        "--seed",
                        PROFILE.resolve("factory").toString()));
        centreReady = await(centre, "centre", "CENTRAL READY (.*)");
        copyFactory(bindings);
        terminal = launchTerminal();
        terminalReady = await(terminal, "terminal", "TERMINAL READY (.*)");
    }

    /** Starts everything on free ports, in a folder of its own that is kept for a look after a failure. */
    static Training start(String name) {
        return start(name, List.of());
    }

    /**
     * The same, with devices that are not the bench's.
     *
     * @param bindings entries of the devices section, as JSON
     */
    static Training start(String name, List<String> bindings) {
        try {
            return new Training(
                    Files.createDirectories(Path.of("target/stories"))
                            .toAbsolutePath()
                            .resolve(name + "-" + System.nanoTime()),
                    bindings);
        } catch (IOException failed) {
            throw new IllegalStateException("the training house does not start", failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while starting", stop);
        }
    }

    private void copyFactory(List<String> bindings) throws IOException {
        Path factory = data.resolve("factory");
        Files.createDirectories(factory.resolve("catalogue"));
        try (Stream<Path> files = Files.walk(PROFILE.resolve("factory"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, factory.resolve(PROFILE.resolve("factory").relativize(file)));
            }
        }
        String devices = Files.readString(data.resolve("bench/devices.json"));
        int end = devices.lastIndexOf(']');
        String more = bindings.stream().map(", "::concat).collect(Collectors.joining());
        Files.writeString(factory.resolve("devices.json"), devices.substring(0, end) + more + devices.substring(end));
    }

    private Process launchTerminal() throws IOException {
        return launch(
                "terminal",
                "terminal",
                List.of(
                        "io.zizhu.terminal.Terminal",
                        "--data",
                        data.resolve("terminal").toString(),
                        "--citizen-port",
                        "0",
                        "--staff-port",
                        "0",
                        "--factory",
                        data.resolve("factory").toString(),
                        "--centre",
                        word("line", centreReady),
                        "--join",
                        join(),
                        "--training"));
    }

    private String join() throws IOException {
        Matcher found = Pattern.compile("(?m)^join=(.+)$").matcher(Files.readString(data.resolve("centre.log")));
        if (!found.find()) {
            throw new IllegalStateException("the centre printed no join code");
        }
        return found.group(1).strip();
    }

    private Process launch(String name, String image, List<String> command) throws IOException {
        Path own = Files.createDirectories(data.resolve(name + "-tmp"));
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + own,
                "-cp",
                ROOT.resolve("packaging/images/" + image + "/target/lib") + "/*"));
        line.addAll(command);
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.to(data.resolve(name + ".log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private String await(Process process, String name, String line) throws IOException, InterruptedException {
        Path log = data.resolve(name + ".log");
        Pattern wanted = Pattern.compile(line);
        for (int i = 0; i < 600; i++) {
            Matcher found = wanted.matcher(Files.readString(log));
            if (found.find()) {
                return found.group(1);
            }
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new IllegalStateException(name + " is not ready; its log ends with:\n" + tail(log));
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    static String word(String name, String line) {
        Matcher found = Pattern.compile("(?:^| )" + name + "=(\\S+)").matcher(line);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in: " + line);
        }
        return found.group(1);
    }

    BenchClient bench() {
        return new BenchClient(URI.create(benchReady.strip().replaceFirst("^\\w+=", "")));
    }

    URI citizen() {
        return URI.create(word("citizen", terminalReady));
    }

    URI staff() {
        return URI.create(word("staff", terminalReady));
    }

    URI console() {
        return URI.create(word("console", centreReady));
    }

    /** What {@code GET /health} says. */
    String health() {
        URI staff = staff();
        URI health = URI.create("http://" + staff.getHost() + ":" + staff.getPort() + "/health");
        return new BenchClient(health).get("/health");
    }

    long terminalProcess() {
        return terminal.pid();
    }

    boolean terminalLives() {
        return terminal.isAlive();
    }

    Path data() {
        return data;
    }

    /** As if the plug were pulled. */
    void killTerminal() throws InterruptedException {
        terminal.destroyForcibly().waitFor();
    }

    /** As systemd stops it. */
    void stopTerminal() throws InterruptedException {
        terminal.destroy();
        if (!terminal.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the terminal does not stop when asked");
        }
    }

    void startTerminal() throws IOException, InterruptedException {
        terminal = launchTerminal();
        terminalReady = await(terminal, "terminal", "TERMINAL READY (.*)");
    }

    @Override
    public void close() {
        for (Process process : List.of(terminal, centre, bench)) {
            process.destroy();
        }
        for (Process process : List.of(terminal, centre, bench)) {
            try {
                if (!process.waitFor(15, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
