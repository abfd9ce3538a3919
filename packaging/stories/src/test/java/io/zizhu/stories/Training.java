package io.zizhu.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The training house as three processes of the shipped images on free ports: bench, centre, terminal; each can be killed
 * alone. What they write lies in one folder. One thread.
 */
public final class Training implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path PROFILE = ROOT.resolve("packaging/training");
    private static final Duration START = Duration.ofSeconds(90);

    /** Long, for a process may write down its classes while it ends. */
    private static final Duration STOP = Duration.ofSeconds(60);

    /** Classes as the first process of an image that ended in peace had loaded them: the next starts cost half. */
    private static final Path LOADED = Path.of("target/loaded").toAbsolutePath();

    /** What is unlike the shipped house. */
    public interface Change {
        /** The bench kills the terminal at places. */
        default boolean cuts() {
            return false;
        }

        /**
         * The devices section of the terminal.
         *
         * @param section as the bench wrote it
         */
        default String devices(String section) {
            return section;
        }

        /**
         * The class path of the terminal.
         *
         * @param shipped the jars of its image
         */
        default List<Path> jars(List<Path> shipped) {
            return shipped;
        }
    }

    private final Path data;
    private final Change change;
    private final Running bench;
    private final Running centre;
    private final BenchClient hand;
    private final String centreReady;
    private final List<String> command;
    private final List<Path> jars;
    private final Path archive;
    private Running terminal;
    private String terminalReady = "";
    private Optional<BenchClient> health = Optional.empty();

    /** Starts everything; returns when the terminal greets. */
    public Training(Path data, Change change) {
        this.data = data;
        this.change = change;
        bench = launch("bench", LOADED.resolve("bench.jsa"), jars("bench"), benchLine());
        centre = launch("centre", LOADED.resolve("centre.jsa"), jars("centre"), centreLine());
        String page = said(bench, "BENCH READY ").strip().replaceFirst("^\\w+=", "");
        hand = new BenchClient(URI.create(page));
        String join = said(centre, "join=").strip();
        centreReady = said(centre, "CENTRAL READY ");
        copyFactory();
        command = terminalLine(join, page);
        List<Path> shipped = jars("terminal");
        jars = change.jars(shipped);
        String own = jars.equals(shipped) ? "" : "-" + Integer.toHexString(jars.hashCode()); // good for one class path
        archive = LOADED.resolve("terminal" + own + ".jsa");
        terminal = launch("terminal", archive, jars, command);
        if (!greets()) {
            throw new IllegalStateException("the terminal ended; " + terminal.tail());
        }
    }

    /** Starts everything in a folder of its own that is kept for a look after a failure. */
    static Training start(String name) {
        return start(name, List.of());
    }

    /**
     * The same, with devices that are not the bench's.
     *
     * @param bindings entries of the devices section, as JSON
     */
    static Training start(String name, List<String> bindings) {
        String more = bindings.stream().map(", "::concat).collect(Collectors.joining());
        return new Training(
                Path.of("target/stories").toAbsolutePath().resolve(name + "-" + System.nanoTime()), new Change() {
                    @Override
                    public String devices(String section) {
                        int end = section.lastIndexOf(']');
                        return section.substring(0, end) + more + section.substring(end);
                    }
                });
    }

    private List<String> benchLine() {
        List<String> line = new ArrayList<>(List.of("io.zizhu.sim.bench.Bench", "--port", "0"));
        line.addAll(List.of("--people", PROFILE.resolve("people").toString()));
        line.addAll(List.of("--data", data.resolve("bench").toString()));
        line.addAll(change.cuts() ? List.of("--cuts", "armed") : List.of());
        return line;
    }

    private List<String> centreLine() {
        List<String> line = new ArrayList<>(List.of("io.zizhu.central.Central"));
        line.addAll(List.of("--data", data.resolve("centre").toString()));
        line.addAll(List.of("--console-port", "0", "--mqtt-port", "0", "--line-port", "0"));
        line.addAll(List.of("--people", PROFILE.resolve("people").toString()));
        line.addAll(List.of("--seed", PROFILE.resolve("factory").toString()));
        return line;
    }

    private List<String> terminalLine(String join, String page) {
        List<String> line = new ArrayList<>(List.of("io.zizhu.terminal.Terminal", "--training"));
        line.addAll(List.of("--data", data.resolve("terminal").toString()));
        line.addAll(List.of("--citizen-port", "0", "--staff-port", "0"));
        line.addAll(List.of("--factory", data.resolve("factory").toString()));
        line.addAll(List.of("--centre", word("line", centreReady), "--join", join));
        line.addAll(change.cuts() ? List.of("--cuts", page) : List.of());
        return line;
    }

    private void copyFactory() {
        Path factory = data.resolve("factory");
        try (Stream<Path> files = Files.walk(PROFILE.resolve("factory"))) {
            Files.createDirectories(factory.resolve("catalogue"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, factory.resolve(PROFILE.resolve("factory").relativize(file)));
            }
            String devices = Files.readString(data.resolve("bench/devices.json"));
            Files.writeString(factory.resolve("devices.json"), change.devices(devices));
        } catch (IOException cannot) {
            throw new UncheckedIOException("the factory's sections cannot be copied", cannot);
        }
    }

    private static List<Path> jars(String image) {
        try (Stream<Path> lib = Files.list(ROOT.resolve("packaging/images/" + image + "/target/lib"))) {
            return lib.sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("the image was not built", missing);
        }
    }

    private Running launch(String name, Path archive, List<Path> classPath, List<String> line) {
        Path own = data.resolve(name + "-tmp");
        try {
            Files.createDirectories(own);
            Files.createDirectories(LOADED);
        } catch (IOException cannot) {
            throw new UncheckedIOException("the training house does not start", cannot);
        }
        List<String> flags = List.of(
                "-Djava.io.tmpdir=" + own,
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                "-Xshare:auto");
        return new Running(flags, classPath, line, data.resolve(name + ".log"));
    }

    private static String said(Running process, String begins) {
        return process.await(line -> line.startsWith(begins), START).substring(begins.length());
    }

    /** The word {@code name=…} of a line. */
    static String word(String name, String line) {
        Matcher found = Pattern.compile("(?:^| )" + name + "=(\\S+)").matcher(line);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in: " + line);
        }
        return found.group(1);
    }

    /** Who plays people and accidents. */
    public BenchClient bench() {
        return hand;
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
    public String health() {
        return health.orElseThrow(() -> new IllegalStateException("the terminal did not greet"))
                .get("/health");
    }

    public Running terminal() {
        return terminal;
    }

    long terminalProcess() {
        return terminal.pid();
    }

    boolean terminalLives() {
        return terminal.lives();
    }

    public Path data() {
        return data;
    }

    /** Whether the next terminal finds loaded classes on the disk. */
    public boolean quick() {
        long written = archive.toFile().lastModified(); // 0 where there is none; jars that were built since void it
        return jars.stream().allMatch(jar -> jar.toFile().lastModified() < written);
    }

    /** As if the plug were pulled. */
    void killTerminal() throws InterruptedException {
        terminal.kill();
    }

    /** As systemd stops it. */
    public void stopTerminal() throws InterruptedException {
        terminal.ask();
        if (!terminal.ends(STOP)) {
            throw new IllegalStateException("the terminal does not stop when asked");
        }
    }

    /** On the same folder; returns when it greets. */
    void startTerminal() {
        launchTerminal();
        if (!greets()) {
            throw new IllegalStateException("the terminal ended; " + terminal.tail());
        }
    }

    /** On the same folder; returns at once. */
    public void launchTerminal() {
        health = Optional.empty();
        terminal = launch("terminal", archive, jars, command);
    }

    /** Waits for its greeting; false where it ended before. */
    public boolean greets() {
        Optional<String> ready = terminal.find(line -> line.startsWith("TERMINAL READY "), START);
        ready.ifPresent(line -> {
            terminalReady = line;
            health = Optional.of(new BenchClient(URI.create("http://" + staff().getAuthority())));
        });
        return ready.isPresent();
    }

    @Override
    public void close() {
        List<Running> all = List.of(terminal, centre, bench);
        all.forEach(Running::ask);
        all.forEach(Running::close);
    }
}
