package io.zizhu.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bench, centre and one terminal of the shipped images; the terminal has a scripted face in the place of the touch
 * screen's jar and is started again on the same folder as often as it was killed.
 */
final class Station implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path PROFILE = ROOT.resolve("packaging/training");
    private static final Pattern SCREEN = Pattern.compile("(ui-touch|vaadin|flow-|atmosphere|collaboration).*");
    private static final Duration START = Duration.ofSeconds(90);
    private static final List<String> DEVICES =
            List.of("id-reader", "face-camera", "certificate-printer", "receipt-printer", "pay-pad");

    private final Path data;
    private final Running bench;
    private final Running centre;
    private final List<String> command;
    private final List<String> terminalJars;
    final BenchHand hand;
    private Running terminal;
    private URI health;

    /** Starts everything; returns when the terminal greets. */
    Station(Path data) {
        this.data = data;
        try {
            Files.createDirectories(data);
            bench = new Running(List.of(), jars("bench"), benchCommand(data), data.resolve("bench.log"));
            centre = new Running(List.of(), jars("centre"), centreCommand(data), data.resolve("centre.log"));
            String page =
                    bench.await(line -> line.startsWith("BENCH READY "), START).substring("BENCH READY ".length());
            hand = new BenchHand(URI.create(page));
            String join = centre.await(line -> line.startsWith("join="), START).substring("join=".length());
            String line = word("line", centre.await(said -> said.startsWith("CENTRAL READY"), START));
            factory();
            command = terminalCommand(line, join, page);
            terminalJars = terminalJars();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        terminal = launch();
        health = health(terminal.await(line -> line.startsWith("TERMINAL READY"), START));
        if (!Files.exists(archive())) {
            // a terminal that ends in peace leaves its loaded classes behind: the next start costs half
            terminal.close();
            startAgain("");
        }
    }

    private static List<String> benchCommand(Path data) {
        return List.of(
                "io.zizhu.sim.bench.Bench",
                "--people",
                PROFILE.resolve("people").toString(),
                "--data",
                data.resolve("bench").toString(),
                "--cuts",
                "armed");
    }

    private static List<String> centreCommand(Path data) {
        return List.of(
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
                PROFILE.resolve("factory").toString());
    }

    private List<String> terminalCommand(String line, String join, String page) {
        return List.of(
                "io.zizhu.terminal.Terminal",
                "--data",
                data.resolve("terminal").toString(),
                "--factory",
                data.resolve("factory").toString(),
                "--centre",
                line,
                "--join",
                join,
                "--training",
                "--cuts",
                page);
    }

    /** The training factory, bound to what the two items need: an idle finger reader costs a start its time. */
    private void factory() throws IOException {
        Path factory = data.resolve("factory");
        Files.createDirectories(factory.resolve("catalogue"));
        try (Stream<Path> files = Files.walk(PROFILE.resolve("factory"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, factory.resolve(PROFILE.resolve("factory").relativize(file)));
            }
        }
        String devices = Files.readString(data.resolve("bench/devices.json"));
        Matcher each =
                Pattern.compile("\\{\"driver\".*?\\}\\}|\\{\"id\".*?\\}\\}").matcher(devices);
        String kept = String.join(
                ",",
                each.results()
                        .map(found -> found.group())
                        .filter(text -> DEVICES.stream().anyMatch(id -> text.contains("\"id\":\"" + id + "\"")))
                        .toList());
        Files.writeString(factory.resolve("devices.json"), "{\"devices\":[" + kept + "]}", StandardCharsets.UTF_8);
    }

    private static List<String> jars(String image) throws IOException {
        try (Stream<Path> lib = Files.list(ROOT.resolve("packaging/images/" + image + "/target/lib"))) {
            return lib.map(Path::toString).sorted().toList();
        }
    }

    /** The shipped jars without the screen's, and the scripted face in a jar as well: an archive of classes wants jars. */
    private List<String> terminalJars() throws IOException {
        Path face = data.resolve("face.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(face))) {
            Path classes = Path.of("target/test-classes");
            pack(jar, classes, classes.resolve("io/zizhu/touch/crash"));
            pack(jar, classes.resolve("crash-face"), classes.resolve("crash-face/META-INF"));
        }
        Stream<String> shipped = jars("terminal").stream()
                .filter(jar ->
                        !SCREEN.matcher(Path.of(jar).getFileName().toString()).matches());
        return Stream.concat(shipped, Stream.of(face.toString())).toList();
    }

    private static void pack(JarOutputStream jar, Path root, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
    }

    private Running launch() {
        List<String> flags =
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive(), "-Xshare:auto");
        return new Running(flags, terminalJars, command, data.resolve("terminal.log"));
    }

    private Path archive() {
        return data.resolve("terminal.jsa");
    }

    private static URI health(String ready) {
        return URI.create("http://" + URI.create(word("staff", ready)).getAuthority() + "/health");
    }

    private static String word(String name, String line) {
        Matcher found = Pattern.compile("(?:^| )" + name + "=(\\S+)").matcher(line);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in: " + line);
        }
        return found.group(1);
    }

    /**
     * On the same folder, after it was killed; returns when it greets again.
     *
     * @param place where it is killed once more; empty: nowhere
     * @return false where that came before it greeted
     */
    boolean startAgain(String place) {
        terminal = launch();
        hand.arm(terminal.pid(), place);
        Optional<String> ready = terminal.find(line -> line.startsWith("TERMINAL READY"), START);
        ready.ifPresent(line -> health = health(line));
        return ready.isPresent();
    }

    Running terminal() {
        return terminal;
    }

    /** What {@code GET /health} says. */
    String health() {
        return new String(new BenchHand(health).get("/health"), StandardCharsets.UTF_8);
    }

    /** What the staff of the terminal read, a line {@code KIND|CASE|REASON} each. */
    List<String> doubts() {
        terminal.say("doubts");
        var doubts = new ArrayList<String>();
        while (true) {
            String line = terminal.await(said -> said.startsWith("FACE doubt"), Duration.ofSeconds(20));
            if (line.startsWith("FACE doubts ")) {
                return doubts;
            }
            doubts.add(line.substring("FACE doubt ".length()));
        }
    }

    /** The staff decide every doubt, so that the pad takes money again. */
    void settle() {
        terminal.say("settle");
        terminal.await(said -> said.startsWith("FACE settled"), Duration.ofSeconds(20));
    }

    Path centreBooks() {
        return data.resolve("centre/centre.db");
    }

    @Override
    public void close() {
        terminal.close();
        centre.close();
        bench.close();
    }
}
