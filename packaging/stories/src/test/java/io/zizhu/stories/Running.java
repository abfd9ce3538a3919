package io.zizhu.stories;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A process of the house: what it prints comes line by line, everything is kept in a log. One thread asks. */
public final class Running implements AutoCloseable {
    private static final String GONE = "\u0000gone";

    private final Process process;
    private final Path log;
    private final BufferedWriter orders;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private boolean gone;

    /** @param flags of the JVM, beside those that every process here has */
    Running(List<String> flags, List<Path> classPath, List<String> command, Path log) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        line.addAll(flags);
        line.addAll(List.of("-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(":"))));
        line.addAll(command);
        this.log = log;
        try {
            process = new ProcessBuilder(line).redirectErrorStream(true).start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("hears " + log.getFileName()).start(this::hear);
    }

    private void hear() {
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var kept = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                kept.write(line);
                kept.newLine();
                kept.flush();
                lines.add(line);
            }
        } catch (IOException ended) {
            lines.add("ended: " + ended.getMessage());
        } finally {
            lines.add(GONE);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** An order on its standard input; nothing where it has gone. */
    public void say(String order) {
        try {
            orders.write(order);
            orders.newLine();
            orders.flush();
        } catch (IOException dead) {
            gone = true;
        }
    }

    /** The next line; empty once the process has gone. */
    public Optional<String> line(Duration patience) {
        if (gone && lines.isEmpty()) {
            return Optional.empty();
        }
        try {
            String line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new AssertionError("said nothing for " + patience + "; " + tail());
            }
            gone = line.equals(GONE);
            return gone ? Optional.empty() : Optional.of(line);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }

    /** The next line of this kind, for a process that must not end before; lines before it are lost. */
    public String await(Predicate<String> wanted, Duration patience) {
        return find(wanted, patience).orElseThrow(() -> new AssertionError("ended; " + tail()));
    }

    /** The same; empty where it ended first. */
    public Optional<String> find(Predicate<String> wanted, Duration patience) {
        Optional<String> line = line(patience);
        while (line.isPresent() && !wanted.test(line.get())) {
            line = line(patience);
        }
        return line;
    }

    public String tail() {
        try {
            List<String> all = Files.readAllLines(log);
            return log + " ends with:\n" + String.join("\n", all.subList(Math.max(0, all.size() - 12), all.size()));
        } catch (IOException unreadable) {
            return log + ": " + unreadable.getMessage();
        }
    }

    public boolean lives() {
        return process.isAlive();
    }

    /** It has ended, or does so in time. */
    public boolean ends(Duration patience) throws InterruptedException {
        return process.waitFor(patience);
    }

    /** How it ended: 137 where it was killed. */
    public int ended() throws InterruptedException {
        return process.waitFor();
    }

    /** As if the plug were pulled; returns when it has gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as systemd does. */
    void ask() {
        process.toHandle().destroy(); // the process' own would also close what it still writes to
    }

    @Override
    public void close() {
        ask();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
