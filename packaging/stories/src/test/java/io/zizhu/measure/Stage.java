package io.zizhu.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the measures of whole processes stand on: bench and centre, and the two who are compared, started with the same
 * flags as {@code packaging/run} gives. Everything is made when it is first asked for. One thread.
 */
final class Stage implements AutoCloseable {
    /** Who is compared. */
    enum Player {
        TERMINAL,
        BARE
    }

    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Xmx384m");

    private final Path root;
    private final Scratch scratch = Scratch.named("measure");
    private final Path place = scratch.place();
    private final Map<Player, Path> caches = new EnumMap<>(Player.class);
    private Optional<Training> training = Optional.empty();
    private Optional<String> bareClassPath = Optional.empty();
    private int logs;

    Stage(Path root) throws IOException {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path people() {
        return root.resolve("packaging/training/people");
    }

    /** Starts a player; the caller closes it. */
    Program start(Player player, boolean cached) throws IOException, InterruptedException {
        return start(player, cached ? List.of("-XX:AOTCache=" + cache(player)) : List.of());
    }

    /** Makes beforehand whatever {@link #start} would make for the first time, so that a clock need not see it. */
    void prepare(Player player, boolean cached) throws IOException, InterruptedException {
        switch (player) {
            case TERMINAL -> training();
            case BARE -> bareClassPath();
        }
        if (cached) {
            cache(player);
        }
    }

    private Program start(Player player, List<String> more) throws IOException, InterruptedException {
        return switch (player) {
            case TERMINAL -> {
                Training house = training();
                yield java(lib() + "/*", more, house.terminal());
            }
            case BARE -> java(bareClassPath(), more, List.of(BareApp.class.getName()));
        };
    }

    /** The address of the first page in a ready line. */
    static String address(String ready) {
        return ready.replaceFirst(".*citizen=(\\S+).*", "$1");
    }

    Program java(String classPath, List<String> more, List<String> main) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath));
        command.addAll(main);
        logs++;
        return new Program(place.resolve(logs + ".log"), command);
    }

    private Path lib() {
        return root.resolve("packaging/images/terminal/target/lib");
    }

    private Training training() throws IOException, InterruptedException {
        if (training.isEmpty()) {
            training = Optional.of(new Training(root, place, this));
        }
        return training.get();
    }

    /** The same libraries, without a jar of ours. */
    private String bareClassPath() throws IOException {
        if (bareClassPath.isPresent()) {
            return bareClassPath.get();
        }
        List<String> path = new ArrayList<>();
        path.add(BareJar.make(lib(), place.resolve("bare.jar")).toString());
        try (var jars = Files.list(lib())) {
            jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .filter(jar -> !BareJar.ours(jar))
                    .map(Path::toString)
                    .sorted()
                    .forEach(path::add);
        }
        bareClassPath = Optional.of(String.join(":", path));
        return bareClassPath.get();
    }

    /** Trained by two sessions over HTTP and a clean stop. */
    private Path cache(Player player) throws IOException, InterruptedException {
        Path known = caches.get(player);
        if (known != null) {
            return known;
        }
        Path file = place.resolve(player.name().toLowerCase(java.util.Locale.ROOT) + ".aot");
        Program trainee = start(player, List.of("-XX:AOTCacheOutput=" + file));
        try (trainee) {
            String address = address(trainee.ready());
            for (int i = 0; i < 2; i++) {
                FirstPage session = new FirstPage(address);
                session.open();
                session.view();
            }
        }
        if (!Files.exists(file)) {
            throw new IOException(file.getFileName() + " was not written; the training run said:\n" + trainee.said());
        }
        caches.put(player, file);
        return file;
    }

    @Override
    public void close() throws Exception {
        if (training.isPresent()) {
            training.get().close();
        }
        scratch.close();
    }
}
